import type { EditorRevision } from '@archway/api/catalog/schema/content'
import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

/** The outline of an edition, to be read. */
export function OutlineSummary({ revision }: { revision: EditorRevision }) {
  const t = useTranslations('adminCatalog.content')
  return (
    <ol className="grid gap-4">
      {revision.modules.map((module, index) => (
        <li key={module.key} className="rounded-lg border border-border bg-surface">
          <h3 className="border-border border-b px-4 py-3 font-semibold text-sm">
            {t('module', { number: index + 1, title: module.title })}
          </h3>
          <ul className="divide-y divide-border">
            {module.lessons.map((lesson) => (
              <li
                key={lesson.key}
                className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm"
              >
                <span className="w-16 text-muted-foreground text-xs">
                  {t(`kind.${lesson.kind}`)}
                </span>
                <span className="flex min-w-40 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
                  {lesson.title}
                  {lesson.isPreview ? <Badge variant="accent">{t('preview')}</Badge> : null}
                  {lesson.isRequired ? null : <Badge variant="outline">{t('notRequired')}</Badge>}
                </span>
                <span className="text-muted-foreground text-xs tabular-nums">
                  {t('minutes', { count: lesson.minutes })}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
