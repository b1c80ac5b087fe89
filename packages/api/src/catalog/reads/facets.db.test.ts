import { generateOfferings } from '@archway/db/seed/generate-offerings'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeProvider } from '../../testing/factories'
import { createWorld, type World } from '../../testing/world'
import { type CatalogQuery, emptyCatalogQuery, type FacetKey, facetKeys } from '../schema/query'
import {
  durationBuckets,
  offeringKinds,
  offeringLevels,
  priceFilters,
  priceRanges,
  ratingFloors,
} from '../schema/vocabulary'
import { searchOfferings } from './search-offerings'

const COUNT = 400
let world: World
let rows: Row[]

type Row = {
  id: string
  kind: string
  level: string
  provider: string
  topics: string[]
  skills: string[]
  languages: string[]
  duration: string | null
  priceClass: string | null
  usdMinor: number | null
  rating: number | null
}

beforeAll(async () => {
  world = await createWorld()
  const { db } = world
  for (const name of ['Alpha', 'Beta', 'Gamma', 'Delta'])
    await makeProvider(db, { name, slug: name.toLowerCase() })
  const named = (slug: string) => ({ slug, name: slug })
  await db.skill.createMany({
    data: ['sql', 'git', 'rust', 'prolog', 'lisp', 'apl', 'ada', 'c'].map(named),
  })
  await db.topic.createMany({ data: ['one', 'two', 'three', 'four'].map(named) })
  await generateOfferings(db, COUNT)
  // Imported lists do not always say how long something takes.
  await db.$executeRaw`
    update offerings set duration_bucket = null, duration_min = null, duration_max = null, duration_unit = null
    where abs(hashtext(slug)) % 7 = 0`
  rows = await db.$queryRaw<Row[]>`
    select offering_id as id, kind::text, level::text, provider_slug as provider, topics, skills, languages,
      duration_bucket::text as duration, price_class as "priceClass", price_usd_minor::int as "usdMinor",
      rating_centi as rating
    from offering_search where is_listed`
})
afterAll(() => world.close())

/** What the facets mean, said again in another way. */
const accepts: { [Key in FacetKey]: (row: Row, query: CatalogQuery) => boolean } = {
  kind: (row, { kind }) => kind.length === 0 || kind.some((value) => value === row.kind),
  level: (row, { level }) => level.length === 0 || level.some((value) => value === row.level),
  provider: (row, { provider }) => provider.length === 0 || provider.includes(row.provider),
  topic: (row, { topic }) =>
    topic.length === 0 || topic.some((value) => row.topics.includes(value)),
  skill: (row, { skill }) =>
    skill.length === 0 || skill.some((value) => row.skills.includes(value)),
  language: (row, { language }) =>
    language.length === 0 || language.some((value) => row.languages.includes(value)),
  duration: (row, { duration }) =>
    duration.length === 0 || duration.some((value) => value === row.duration),
  rating: (row, { rating }) => rating === null || (row.rating ?? 0) >= rating,
  price: (row, { price }) => price.length === 0 || price.some((value) => hasPrice(row, value)),
}

function hasPrice(row: Row, filter: string): boolean {
  if (filter === 'free' || filter === 'paid') return row.priceClass === filter
  const range = priceRanges.find(({ key }) => key === filter)
  if (!range || row.usdMinor === null) return false
  return row.usdMinor >= range.fromMinor && (range.toMinor === null || row.usdMinor < range.toMinor)
}

/** The choices of each facet that a row counts for. */
const valuesOf: { [Key in FacetKey]: (row: Row) => (string | null)[] } = {
  kind: (row) => [row.kind],
  level: (row) => [row.level],
  provider: (row) => [row.provider],
  topic: (row) => row.topics,
  skill: (row) => row.skills,
  language: (row) => row.languages,
  duration: (row) => [row.duration],
  price: (row) => priceFilters.filter((filter) => hasPrice(row, filter)),
  rating: (row) => ratingFloors.filter((floor) => (row.rating ?? 0) >= floor).map(String),
}

function bruteForce(query: CatalogQuery) {
  const hits = rows.filter((row) => facetKeys.every((key) => accepts[key](row, query)))
  const facets = Object.fromEntries(
    facetKeys.map((facet) => {
      const counts: Record<string, number> = {}
      for (const row of rows) {
        const others = facetKeys.filter((key) => key !== facet)
        if (!others.every((key) => accepts[key](row, query))) continue
        for (const value of valuesOf[facet](row)) {
          if (value !== null) counts[value] = (counts[value] ?? 0) + 1
        }
      }
      return [facet, counts]
    }),
  )
  return { total: hits.length, facets }
}

const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { maxLength: 2 })
const queries: fc.Arbitrary<CatalogQuery> = fc.record({
  q: fc.constant(''),
  kind: some(offeringKinds),
  level: some(offeringLevels),
  topic: some(['one', 'two', 'three', 'four', 'none']),
  skill: some(['sql', 'git', 'rust', 'prolog']),
  provider: some(['alpha', 'beta', 'gamma']),
  language: some(['en', 'es', 'de']),
  price: some(priceFilters),
  duration: some(durationBuckets),
  rating: fc.constantFrom(null, null, ...ratingFloors),
  sort: fc.constantFrom('relevance', 'price', 'rating', 'newest', 'title'),
  page: fc.constant(1),
})
// Most random queries that use every facet find nothing: let them use some.
const fewFacets = fc.tuple(queries, fc.subarray([...facetKeys], { maxLength: 3 })).map(
  ([query, used]): CatalogQuery => ({
    ...emptyCatalogQuery,
    sort: query.sort,
    ...Object.fromEntries(used.map((key) => [key, query[key]])),
  }),
)

describe('facet counts', () => {
  it('are what counting every row by hand gives, with the other facets applied', async () => {
    await fc.assert(
      fc.asyncProperty(fewFacets, async (query) => {
        const result = await searchOfferings(world.db, query)
        const expected = bruteForce(query)
        expect(result.total).toBe(expected.total)
        for (const facet of facetKeys) {
          const counted = Object.fromEntries(
            result.facets[facet]
              .filter(({ count }) => count > 0)
              .map(({ value, count }) => [value, count]),
          )
          expect([facet, counted]).toEqual([facet, expected.facets[facet]])
        }
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('show a chosen value even when it counts nothing', async () => {
    const query: CatalogQuery = { ...emptyCatalogQuery, topic: ['none'], kind: ['course'] }
    const { facets, total } = await searchOfferings(world.db, query)
    expect(total).toBe(0)
    expect(facets.topic).toContainEqual({ value: 'none', label: null, count: 0 })
  })

  it('page through every hit once', async () => {
    const seen: string[] = []
    for (let page = 1; ; page++) {
      const { hits } = await searchOfferings(world.db, {
        ...emptyCatalogQuery,
        sort: 'rating',
        page,
      })
      if (hits.length === 0) break
      seen.push(...hits.map(({ id }) => id))
    }
    expect(seen).toHaveLength(COUNT)
    expect(new Set(seen).size).toBe(COUNT)
  })
})
