import type { CatalogQuery } from '@archway/api/catalog/schema/query'
import { Icon } from '@archway/ui/icon'
import { RadioGroup } from '@archway/ui/radio-group'
import { useFormatter, useTranslations } from 'next-intl'
import { useFacetWords } from './facet-words'

/** The one facet of which only one choice makes sense. */
export function RatingFilter({
  query,
  choices,
  defaultOpen,
}: {
  query: CatalogQuery
  choices: { value: string; label: string | null; count: number }[]
  defaultOpen: boolean
}) {
  const t = useTranslations('catalog.search')
  const format = useFormatter()
  const words = useFacetWords()
  return (
    <details open={defaultOpen} className="group/filter">
      <summary className="flex min-h-10 items-center justify-between gap-2 rounded-sm py-2 font-medium text-sm pointer-coarse:min-h-11">
        {words.facet('rating')}
        <Icon
          name="chevron-down"
          className="size-4 text-muted-foreground transition-transform group-open/filter:rotate-180"
        />
      </summary>
      <RadioGroup
        // The chosen one is only read when the element is made.
        key={query.rating}
        legend={words.facet('rating')}
        hideLegend
        name="rating"
        defaultValue={query.rating === null ? '' : String(query.rating / 100)}
        className="pb-3"
        options={[
          { value: '', label: t('rating.any') },
          ...choices.map((choice) => ({
            value: String(Number(choice.value) / 100),
            label: (
              <span className="flex justify-between gap-3">
                <span>{words.choice('rating', choice)}</span>
                <span className="text-muted-foreground tabular-nums">
                  {format.number(choice.count)}
                </span>
              </span>
            ),
          })),
        ]}
      />
    </details>
  )
}
