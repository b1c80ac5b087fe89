import {
  type CatalogQuery,
  catalogPageSize,
  type FacetKey,
  facetKeys,
  serialiseCatalogQuery,
} from '@archway/api/catalog/schema/query'
import type { SearchResult } from '@archway/api/catalog/schema/search'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { QuietLink } from '@/features/shell/quiet-link'
import { OfferingCard } from '../offering-card'
import { chosenFilters, chosenOf, useFacetWords } from './facet-words'
import { catalogueHref } from './form-query'

/** A part of the query whose absence would find something. */
export type WayOut = { part: FacetKey | 'q'; query: CatalogQuery; total: number }
const shownWays = 4

/** The query without its text or without one facet, for each of them that it has. */
export const queriesWithLess = (query: CatalogQuery): Omit<WayOut, 'total'>[] => [
  ...(query.q === '' ? [] : [{ part: 'q' as const, query: { ...query, q: '', page: 1 } }]),
  ...facetKeys
    .filter((facet) => chosenOf(query, facet).length > 0)
    .map((facet) => ({
      part: facet,
      query: { ...query, [facet]: facet === 'rating' ? null : [], page: 1 },
    })),
]

/** What to do when nothing was found: leave something out, with what that would find, or start anew. */
export function NoResults({
  query,
  result,
  waysOut,
}: {
  query: CatalogQuery
  result: SearchResult
  waysOut: WayOut[]
}) {
  const t = useTranslations('catalog.search')
  const words = useFacetWords()
  const pages = Math.ceil(result.total / catalogPageSize)
  if (pages > 0) {
    return (
      <div className="py-12">
        <h2 className="font-display text-2xl">{t('none.beyond')}</h2>
        <p className="mt-2 text-muted-foreground">{t('none.beyondDescription', { pages })}</p>
        <LinkButton
          href={catalogueHref(serialiseCatalogQuery({ ...query, page: pages }))}
          linkComponent={Link}
          variant="secondary"
          className="mt-5"
        >
          {t('none.beyondAction', { pages })}
        </LinkButton>
      </div>
    )
  }
  const chosen = chosenFilters(query, result.facets)
  const withoutText = ({ part }: WayOut) =>
    part === 'q'
      ? t('none.dropText', { text: query.q })
      : t('none.dropFilters', {
          facet: words.facet(part),
          labels: chosen
            .filter(({ facet }) => facet === part)
            .map((choice) => words.choice(part, choice))
            .join(', '),
        })
  return (
    <div className="grid gap-12 py-10">
      <div className="max-w-prose">
        <h2 className="font-display text-2xl">{t('none.title')}</h2>
        <p className="mt-2 text-muted-foreground">{t('none.description')}</p>
        {waysOut.length > 0 ? (
          <>
            <h3 className="mt-8 font-semibold">{t('none.drop')}</h3>
            <ul className="mt-2 divide-y divide-border border-border border-y">
              {waysOut.slice(0, shownWays).map((way) => (
                <li key={way.part}>
                  <Link
                    href={catalogueHref(serialiseCatalogQuery(way.query))}
                    className="flex min-h-12 items-center gap-4 py-2 no-underline hover:text-accent"
                  >
                    <span className="min-w-0 flex-1">{withoutText(way)}</span>
                    <span className="shrink-0 text-muted-foreground text-sm tabular-nums">
                      {t('none.dropCount', { count: way.total })}
                    </span>
                    <Icon name="arrow-right" className="text-muted-foreground" />
                  </Link>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <LinkButton
          href="/catalogue"
          linkComponent={QuietLink}
          variant="secondary"
          className="mt-6"
        >
          {t('none.clear')}
        </LinkButton>
      </div>
      {result.alternatives.length > 0 ? (
        <section aria-labelledby="popular">
          <h2 id="popular" className="font-display text-2xl">
            {t('none.popular')}
          </h2>
          <ul className="mt-5 grid gap-5 sm:grid-cols-2 xl:grid-cols-3">
            {result.alternatives.map((offering) => (
              <li key={offering.id}>
                <OfferingCard offering={offering} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
