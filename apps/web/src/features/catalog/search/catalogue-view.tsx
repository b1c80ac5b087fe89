import {
  type CatalogQuery,
  catalogMaxPage,
  serialiseCatalogQuery,
} from '@archway/api/catalog/schema/query'
import type { SearchResult } from '@archway/api/catalog/schema/search'
import { buttonVariants } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import { Container } from '@archway/ui/container'
import { Icon } from '@archway/ui/icon'
import { Pagination } from '@archway/ui/pagination'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { IntentLink } from '@/features/shell/intent-link'
import { OfferingRow } from '../offering-row'
import { ActiveFilters } from './active-filters'
import { CatalogueForm } from './catalogue-form'
import { FacetPanel } from './facet-panel'
import { chosenFilters } from './facet-words'
import { catalogueHref } from './form-query'
import { NoResults, type WayOut } from './no-results'
import { SearchBox } from './search-box'
import { SortSelect } from './sort-select'

/** The catalogue: one form with the search line, the facets and the order, and the answer beside it. */
export function CatalogueView({
  query,
  result,
  waysOut,
}: {
  query: CatalogQuery
  result: SearchResult
  waysOut: WayOut[]
}) {
  const t = useTranslations('catalog.search')
  const common = useTranslations('common.pagination')
  const canonicalQuery = serialiseCatalogQuery(query)
  // The first page stays in the document, hidden, while another is shown: their ids must differ.
  const page = canonicalQuery === '' ? 'first-page' : 'answer'
  const filterPanelId = `${page}-filters`
  const pageCount = Math.min(Math.ceil(result.total / result.pageSize), catalogMaxPage)
  const filterCount = chosenFilters(query, result.facets).length
  return (
    <Container size="wide" className="pt-8 pb-16 sm:pt-12">
      <CatalogueForm canonicalQuery={canonicalQuery} className="group/catalogue">
        <div className="max-w-3xl">
          <h1 className="font-display text-4xl">{t('title')}</h1>
          <p className="mt-3 text-muted-foreground">{t('description')}</p>
          <search className="mt-6 block" aria-label={t('label')}>
            <SearchBox
              text={query.q}
              labels={{
                field: t('label'),
                placeholder: t('placeholder'),
                submit: t('submit'),
                suggestions: t('suggestions'),
              }}
            />
          </search>
        </div>
        <div className="mt-8 grid items-start gap-x-12 lg:mt-10 lg:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[16rem_minmax(0,1fr)] xl:gap-x-16">
          <FacetPanel id={filterPanelId} query={query} result={result} />
          <div className="min-w-0">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
              <p role="status" className="wrap-anywhere min-w-0 font-semibold text-lg tabular-nums">
                {query.q === ''
                  ? t(result.isEstimate ? 'totalAbout' : 'total', { count: result.total })
                  : t(result.isEstimate ? 'totalAboutFor' : 'totalFor', {
                      count: result.total,
                      text: query.q,
                    })}
              </p>
              <div className="flex items-center gap-2 max-sm:w-full">
                <button
                  type="button"
                  popoverTarget={filterPanelId}
                  className={cn(
                    buttonVariants({ variant: 'secondary' }),
                    'max-sm:flex-1 lg:hidden',
                  )}
                >
                  <Icon name="filter" />
                  {filterCount > 0 ? t('filtersCount', { count: filterCount }) : t('filters')}
                </button>
                <SortSelect id={`${page}-sort`} sort={query.sort} hasText={query.q !== ''} />
              </div>
            </div>
            <ActiveFilters query={query} facets={result.facets} />
            <SpellingNote query={query} result={result} />
            <section
              aria-label={t('results')}
              className="mt-4 border-border border-t transition-opacity group-data-pending/catalogue:opacity-60"
            >
              {result.hits.length === 0 ? (
                <NoResults query={query} result={result} waysOut={waysOut} />
              ) : (
                <ol className="divide-y divide-border">
                  {result.hits.map((offering) => (
                    <li key={offering.id}>
                      <OfferingRow offering={offering} headingLevel={2} />
                    </li>
                  ))}
                </ol>
              )}
            </section>
            <Pagination
              className="mt-6 border-border border-t pt-6"
              page={query.page}
              pageCount={pageCount}
              href={(page) => catalogueHref(serialiseCatalogQuery({ ...query, page }))}
              linkComponent={IntentLink}
              labels={{
                navigation: common('navigation'),
                previous: common('previous'),
                next: common('next'),
                page: (page) => common('page', { page }),
                position: common('position', { page: query.page, pages: pageCount }),
              }}
            />
          </div>
        </div>
      </CatalogueForm>
    </Container>
  )
}

/** Says how the text was understood, when that was not word by word. */
function SpellingNote({ query, result }: { query: CatalogQuery; result: SearchResult }) {
  const t = useTranslations('catalog.search')
  const { match, correctedText } = result
  if (match === 'all') return null
  return (
    <p className="mt-4 text-sm">
      {match === 'any' || correctedText === null
        ? t('anyWord')
        : t.rich('corrected', {
            text: query.q,
            corrected: correctedText,
            link: (chunks) => (
              <Link
                href={catalogueHref(serialiseCatalogQuery({ ...query, q: correctedText, page: 1 }))}
                prefetch={false}
                className="text-link font-medium"
              >
                {chunks}
              </Link>
            ),
          })}
    </p>
  )
}
