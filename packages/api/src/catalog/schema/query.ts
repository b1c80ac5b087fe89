import { z } from 'zod'
import { slugPattern } from '../../shared/slug'
import {
  type CatalogSort,
  catalogSorts,
  durationBuckets,
  offeringKinds,
  offeringLevels,
  priceFilters,
  type RatingFloor,
  ratingFloors,
} from './vocabulary'

/** Hits on one page of the catalogue. */
export const catalogPageSize = 24
/** Pages beyond this are not served: nobody reads that far, and deep offsets cost more and more. */
export const catalogMaxPage = 200
const maxChoices = 20
const maxTextLength = 200

/** What the catalogue is asked. Every list means "any of these"; lists of different facets combine by "and". */
export type CatalogQuery = {
  q: string
  kind: (typeof offeringKinds)[number][]
  topic: string[]
  skill: string[]
  level: (typeof offeringLevels)[number][]
  provider: string[]
  language: string[]
  price: (typeof priceFilters)[number][]
  duration: (typeof durationBuckets)[number][]
  /** rating floor, × 100 */
  rating: RatingFloor | null
  sort: CatalogSort
  page: number
}

export const emptyCatalogQuery: CatalogQuery = {
  q: '',
  kind: [],
  topic: [],
  skill: [],
  level: [],
  provider: [],
  language: [],
  price: [],
  duration: [],
  rating: null,
  sort: 'relevance',
  page: 1,
}

/** What a page hands over: Next's searchParams, or a parsed query string. */
export type RawParams = Record<string, string | readonly string[] | undefined>

/** The choices of a facet: repeated parameters and comma lists both work; order and doubles do not matter. */
const valuesOf = (raw: unknown): string[] => {
  const parts = Array.isArray(raw) ? raw : [raw]
  const words = parts.flatMap((part) => (typeof part === 'string' ? part.split(',') : []))
  return [...new Set(words.map((word) => word.trim()).filter(Boolean))].sort().slice(0, maxChoices)
}
const firstOf = (raw: unknown): string => {
  const value = Array.isArray(raw) ? raw[0] : raw
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const choices = <const Value extends string>(allowed: readonly Value[]) =>
  z.unknown().transform((raw) => {
    const chosen = valuesOf(raw)
    return allowed.filter((value) => chosen.includes(value))
  })
const slugs = z
  .unknown()
  .transform((raw) =>
    valuesOf(raw).filter((value) => value.length <= 120 && slugPattern.test(value)),
  )
const languages = z
  .unknown()
  .transform((raw) =>
    valuesOf(raw).filter((value) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)),
  )

/** Collapses white space and drops control characters, so that equal searches are equal. */
export const normaliseSearchText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, maxTextLength)

/**
 * Reads the URL of a catalogue page, or a query that was read before. Forgiving: what is unknown or malformed is dropped, never an
 * error, so that an old or mistyped link still shows a catalogue.
 */
export const catalogQuery = z
  .object({
    q: z.unknown().transform((raw) => normaliseSearchText(firstOf(raw))),
    kind: choices(offeringKinds),
    topic: slugs,
    skill: slugs,
    level: choices(offeringLevels),
    provider: slugs,
    language: languages,
    price: choices(priceFilters),
    duration: choices(durationBuckets),
    rating: z
      .unknown()
      .transform(
        (raw) =>
          ratingFloors.find((floor) => raw === floor || String(floor / 100) === firstOf(raw)) ??
          null,
      ),
    sort: z
      .unknown()
      .transform((raw) => catalogSorts.find((sort) => sort === firstOf(raw)) ?? 'relevance'),
    page: z.unknown().transform((raw) => {
      const page = /^\d{1,6}$/.test(firstOf(raw)) ? Number(firstOf(raw)) : 1
      return Math.min(Math.max(page, 1), catalogMaxPage)
    }),
  })
  .partial()
  .transform(
    (query): CatalogQuery => ({
      ...emptyCatalogQuery,
      ...Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)),
    }),
  )

/** Reads search parameters; never throws. */
export const parseCatalogQuery = (raw: RawParams | URLSearchParams): CatalogQuery =>
  catalogQuery.parse(
    raw instanceof URLSearchParams
      ? Object.fromEntries([...raw.keys()].map((key) => [key, raw.getAll(key)]))
      : raw,
  )

/**
 * The one spelling of a query, without the question mark: defaults left out, keys in a fixed order,
 * choices sorted and joined by commas. Equal queries give equal text, which makes it a cache key and a
 * canonical URL; reading it back gives the query again.
 */
export function serialiseCatalogQuery(query: CatalogQuery): string {
  const parts: string[] = []
  const add = (key: string, value: string) => {
    if (value !== '') parts.push(`${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
  }
  add('q', query.q)
  for (const key of facetKeys) {
    if (key === 'rating') add('rating', query.rating === null ? '' : String(query.rating / 100))
    else add(key, [...query[key]].sort().join(','))
  }
  add('sort', query.sort === 'relevance' ? '' : query.sort)
  add('page', query.page === 1 ? '' : String(query.page))
  return parts.join('&')
}

/** The facets, in the order in which they stand beside the hits. */
export const facetKeys = [
  'kind',
  'topic',
  'skill',
  'level',
  'provider',
  'language',
  'price',
  'duration',
  'rating',
] as const
export type FacetKey = (typeof facetKeys)[number]

/** Whether anything narrows the catalogue. */
export const isNarrowed = (query: CatalogQuery): boolean =>
  query.q !== '' ||
  facetKeys.some((key) => (key === 'rating' ? query.rating !== null : query[key].length > 0))

/** The query with one choice of a facet switched over, back on page 1. */
export function toggleFacet(query: CatalogQuery, facet: FacetKey, value: string): CatalogQuery {
  const raw: RawParams = Object.fromEntries(new URLSearchParams(serialiseCatalogQuery(query)))
  if (facet === 'rating') {
    const current = query.rating === null ? '' : String(query.rating)
    const next = value === current ? '' : String(Number(value) / 100)
    return parseCatalogQuery({ ...raw, rating: next, page: '1' })
  }
  const chosen: readonly string[] = query[facet]
  const next = chosen.includes(value)
    ? chosen.filter((other) => other !== value)
    : [...chosen, value]
  return parseCatalogQuery({ ...raw, [facet]: next.join(','), page: '1' })
}
