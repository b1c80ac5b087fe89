import { type CatalogQuery, type FacetKey, facetKeys } from '@archway/api/catalog/schema/query'
import type { FacetChoice, SearchFacets } from '@archway/api/catalog/schema/search'
import {
  durationBuckets,
  offeringKinds,
  offeringLevels,
  priceFilters,
  priceRanges,
} from '@archway/api/catalog/schema/vocabulary'
import { formatMoney } from '@archway/api/shared/money'
import { useLocale, useTranslations } from 'next-intl'

const inDollars = (amountMinor: number | null | undefined, locale: string) =>
  formatMoney({ amountMinor: BigInt(amountMinor ?? 0), currency: 'USD' }, locale)

const find = <Value extends string>(values: readonly Value[], value: string) =>
  values.find((known) => known === value)

/** How choices of facets read. A value that is no word of the catalogue reads as it stands in the address. */
export function useFacetWords() {
  const t = useTranslations('catalog')
  const common = useTranslations('common')
  const locale = useLocale()
  const languages = new Intl.DisplayNames(locale, { type: 'language' })

  const priceWord = (value: string) => {
    const choice = find(priceFilters, value)
    if (choice === undefined) return value
    const range = priceRanges.find(({ key }) => key === choice)
    return t(`search.price.${choice}`, {
      from: inDollars(range?.fromMinor, locale),
      to: inDollars(range?.toMinor, locale),
    })
  }

  const choice = (facet: FacetKey, { value, label }: Pick<FacetChoice, 'value' | 'label'>) => {
    switch (facet) {
      case 'kind': {
        const kind = find(offeringKinds, value)
        return kind ? t(`kinds.${kind}`) : value
      }
      case 'level': {
        const level = find(offeringLevels, value)
        return level ? common(`level.${level}`) : value
      }
      case 'duration': {
        const bucket = find(durationBuckets, value)
        return bucket ? t(`search.duration.${bucket}`) : value
      }
      case 'rating': {
        const floor = find(['450', '400', '350'] as const, value)
        return floor ? t(`search.rating.${floor}`) : value
      }
      case 'price':
        return priceWord(value)
      case 'language':
        return languages.of(value) ?? value
      default:
        return label ?? value
    }
  }
  return { facet: (facet: FacetKey) => t(`search.facets.${facet}`), choice }
}

/** What is chosen of a facet, as values of its choices. */
export const chosenOf = (query: CatalogQuery, facet: FacetKey): string[] =>
  facet === 'rating' ? (query.rating === null ? [] : [String(query.rating)]) : [...query[facet]]

/** Every chosen filter with the name that the answer knows for it, facet by facet. */
export const chosenFilters = (query: CatalogQuery, facets: SearchFacets) =>
  facetKeys.flatMap((facet) =>
    chosenOf(query, facet).map((value) => ({
      facet,
      value,
      label: facets[facet].find((choice) => choice.value === value)?.label ?? null,
    })),
  )

const orders: Partial<Record<FacetKey, readonly string[]>> = {
  kind: offeringKinds,
  level: offeringLevels,
  price: priceFilters,
  duration: durationBuckets,
}

/** Choices of a facet beyond these are left to the search line: each one costs every reader. */
const mostChoices = 15

/**
 * The choices that a facet shows: what leads somewhere and what is chosen, in the order of the
 * vocabulary where there is one, otherwise the most frequent ones first.
 */
export function shownChoices(query: CatalogQuery, facets: SearchFacets, facet: FacetKey) {
  const chosen = chosenOf(query, facet)
  const found = new Map(facets[facet].map((choice) => [choice.value, choice]))
  const values = orders[facet] ?? [...new Set([...found.keys(), ...chosen])]
  return values
    .map((value) => ({
      value,
      label: found.get(value)?.label ?? null,
      count: found.get(value)?.count ?? 0,
      isChosen: chosen.includes(value),
    }))
    .filter(({ count, isChosen }, index) => isChosen || (count > 0 && index < mostChoices))
}
