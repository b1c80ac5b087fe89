import { type CatalogQuery, type FacetKey, facetKeys } from '@archway/api/catalog/schema/query'
import type { SearchResult } from '@archway/api/catalog/schema/search'
import { Button } from '@archway/ui/button'
import { FilterGroup } from '@archway/ui/filter-group'
import { Icon } from '@archway/ui/icon'
import { useFormatter, useTranslations } from 'next-intl'
import { chosenOf, shownChoices, useFacetWords } from './facet-words'
import { RatingFilter } from './rating-filter'

/** Groups that stand open before anything is chosen in them. */
const openAtFirst: ReadonlySet<FacetKey> = new Set(['kind', 'topic', 'level', 'price', 'duration'])
const visibleChoices = 6

/**
 * All facets: a column beside the results on wide screens, a drawer on narrow ones. The drawer is the
 * browser's own popover, so it opens without JavaScript, closes with Escape and keeps its place while
 * the results behind it change.
 */
export function FacetPanel({
  id,
  query,
  result,
}: {
  id: string
  query: CatalogQuery
  result: Pick<SearchResult, 'facets' | 'total'>
}) {
  const t = useTranslations('catalog.search')
  const format = useFormatter()
  const words = useFacetWords()
  return (
    <aside
      id={id}
      popover="auto"
      aria-label={t('filters')}
      className="fixed inset-y-0 start-auto end-0 m-0 h-dvh max-h-none w-[min(24rem,100vw-2.5rem)] flex-col overscroll-contain border-border border-s bg-surface-raised p-0 text-foreground shadow-lg backdrop:bg-overlay open:flex lg:static lg:block lg:h-auto lg:w-auto lg:overflow-visible lg:border-0 lg:bg-transparent lg:shadow-none"
    >
      <div className="flex items-center justify-between border-border border-b py-2 ps-5 pe-2 lg:hidden">
        <h2 className="font-semibold text-lg">{t('filters')}</h2>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('closeFilters')}
          popoverTarget={id}
          popoverTargetAction="hide"
        >
          <Icon name="x" className="size-5" />
        </Button>
      </div>
      <div className="min-h-0 flex-1 divide-y divide-border overflow-y-auto px-5 lg:overflow-visible lg:px-0">
        {facetKeys.map((facet) => {
          const choices = shownChoices(query, result.facets, facet)
          if (choices.length === 0) return null
          const isOpen = openAtFirst.has(facet) || chosenOf(query, facet).length > 0
          if (facet === 'rating') {
            return <RatingFilter key={facet} query={query} choices={choices} defaultOpen={isOpen} />
          }
          return (
            <FilterGroup
              key={facet}
              legend={words.facet(facet)}
              name={facet}
              visible={visibleChoices}
              defaultOpen={isOpen}
              moreLabel={(count) => t('more', { count })}
              lessLabel={t('less')}
              options={choices.map((choice) => ({
                value: choice.value,
                label: words.choice(facet, choice),
                count: format.number(choice.count),
                checked: choice.isChosen,
              }))}
            />
          )
        })}
      </div>
      <div className="border-border border-t p-4 lg:hidden">
        <Button type="submit" className="w-full">
          {t('showResults', { count: result.total })}
        </Button>
      </div>
      <noscript>
        <Button type="submit" variant="secondary" className="mt-4 w-full max-lg:hidden">
          {t('apply')}
        </Button>
      </noscript>
    </aside>
  )
}
