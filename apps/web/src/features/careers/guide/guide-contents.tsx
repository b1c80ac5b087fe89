import { Icon } from '@archway/ui/icon'
import { useTranslations } from 'next-intl'

export type ContentsItem = { id: string; title: string }

/** The table of contents: beside the text on wide screens, folded above it on narrow ones. */
export function GuideContents({ items }: { items: ContentsItem[] }) {
  const t = useTranslations('careers.guide')
  const list = (
    <ol className="space-y-0.5 text-sm">
      {items.map((item) => (
        <li key={item.id}>
          <a
            href={`#${item.id}`}
            className="block rounded-sm py-1.5 text-muted-foreground leading-snug hover:text-foreground pointer-coarse:py-2.5"
          >
            {item.title}
          </a>
        </li>
      ))}
    </ol>
  )
  return (
    <>
      <details className="group rounded-lg border border-border bg-surface lg:hidden print:hidden">
        <summary className="flex min-h-12 items-center justify-between gap-3 px-4 font-medium text-sm">
          {t('contents')}
          <Icon
            name="chevron-down"
            className="text-muted-foreground transition-transform group-open:rotate-180"
          />
        </summary>
        <nav aria-label={t('contents')} className="border-border border-t px-4 py-3">
          {list}
        </nav>
      </details>
      <nav
        aria-labelledby="guide-contents"
        className="sticky top-8 hidden max-h-[calc(100dvh-4rem)] overflow-y-auto pe-2 lg:block print:hidden"
      >
        <p id="guide-contents" className="mb-2 font-medium text-sm">
          {t('contents')}
        </p>
        {list}
      </nav>
    </>
  )
}
