import type { GuidePage } from '@archway/api/careers/schema/guide'
import { guideSectionKinds } from '@archway/api/careers/schema/vocabulary'
import { Badge } from '@archway/ui/badge'
import { Icon } from '@archway/ui/icon'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** Every section that a guide can have, written or not. */
export function SectionList({ guide }: { guide: Pick<GuidePage, 'slug' | 'sections'> }) {
  const t = useTranslations('adminCatalog.guides')
  const written = new Map(guide.sections.map((section) => [section.kind, section]))
  return (
    <ol className="max-w-4xl divide-y divide-border rounded-lg border border-border bg-surface">
      {guideSectionKinds.map((kind) => {
        const section = written.get(kind)
        return (
          <li key={kind}>
            <Link
              href={`/admin/guides/${guide.slug}/sections/${kind}`}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 no-underline hover:bg-muted/50"
            >
              <span className="w-40 text-muted-foreground text-sm max-sm:w-full">
                {t(`place.${kind}`)}
              </span>
              <span className="min-w-0 flex-1 font-medium text-sm">{section?.title}</span>
              {section?.bodyHtml.trim() ? null : (
                <Badge variant="outline">{t('sectionEmpty')}</Badge>
              )}
              <Icon name="chevron-right" className="size-4 text-muted-foreground" />
            </Link>
          </li>
        )
      })}
    </ol>
  )
}
