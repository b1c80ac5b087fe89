import {
  type CatalogQuery,
  isNarrowed,
  serialiseCatalogQuery,
} from '@archway/api/catalog/schema/query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { loadCatalogue } from '@/features/catalog/loaders'
import { CatalogueView } from '@/features/catalog/search/catalogue-view'
import { catalogueHref } from '@/features/catalog/search/form-query'
import { loadWaysOut } from '@/features/catalog/search/load-ways-out'
import { pageMetadata } from '@/lib/page-metadata'
import { socialImagePath } from '@/lib/paths'

/** Metadata of the catalogue as a query narrows it. */
export async function catalogueMetadata(query: CatalogQuery): Promise<Metadata> {
  const t = await getTranslations('catalog.search')
  const title =
    query.q !== ''
      ? t('metaFiltered', { text: query.q })
      : isNarrowed(query)
        ? t('metaNarrowed')
        : query.page > 1
          ? t('metaPage', { page: query.page })
          : t('title')
  const metadata = pageMetadata({
    title,
    description: t('description'),
    path: catalogueHref(serialiseCatalogQuery(query)),
    image: socialImagePath('page', 'catalogue'),
  })
  // Every combination of filters is a page; only the plain list is worth finding.
  const isListed = !isNarrowed(query) && query.sort === 'relevance'
  return isListed ? metadata : { ...metadata, robots: { index: false, follow: true } }
}

/** The catalogue's answer to a query. */
export async function CatalogueRoute({ query }: { query: CatalogQuery }) {
  const result = await loadCatalogue(serialiseCatalogQuery(query))
  const waysOut = result.total === 0 ? await loadWaysOut(query) : []
  return <CatalogueView query={query} result={result} waysOut={waysOut} />
}
