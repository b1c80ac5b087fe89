import {
  type CatalogQuery,
  serialiseCatalogQuery,
  toggleFacet,
} from '@archway/api/catalog/schema/query'
import type { SearchFacets } from '@archway/api/catalog/schema/search'
import { Icon } from '@archway/ui/icon'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { chosenFilters, useFacetWords } from './facet-words'
import { catalogueHref } from './form-query'

/** What narrows the list, each with a link that takes it away. */
export function ActiveFilters({ query, facets }: { query: CatalogQuery; facets: SearchFacets }) {
  const t = useTranslations('catalog.search')
  const words = useFacetWords()
  const filters = chosenFilters(query, facets).map(({ facet, value, label }) => ({
    label: words.choice(facet, { value, label }),
    href: catalogueHref(serialiseCatalogQuery(toggleFacet(query, facet, value))),
  }))
  if (query.q !== '') {
    filters.unshift({
      label: t('searched', { text: query.q }),
      href: catalogueHref(serialiseCatalogQuery({ ...query, q: '', page: 1 })),
    })
  }
  if (filters.length === 0) return null
  return (
    <ul aria-label={t('active')} className="mt-4 flex flex-wrap items-center gap-2">
      {filters.map(({ label, href }) => (
        <li key={href} className="min-w-0">
          <Link
            href={href}
            prefetch={false}
            aria-label={t('remove', { label })}
            className="inline-flex max-w-full items-center gap-1.5 rounded-full border border-border-strong bg-surface py-1 ps-3 pe-2 text-sm no-underline hover:bg-muted pointer-coarse:min-h-11"
          >
            <span className="truncate">{label}</span>
            <Icon name="x" className="size-3.5 text-muted-foreground" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          href="/catalogue"
          prefetch={false}
          className="inline-flex items-center px-2 py-1 text-link text-sm pointer-coarse:min-h-11"
        >
          {t('clear')}
        </Link>
      </li>
    </ul>
  )
}
