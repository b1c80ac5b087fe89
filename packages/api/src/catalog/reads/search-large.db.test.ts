import { generateOfferings } from '@archway/db/seed/generate-offerings'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeProvider } from '../../testing/factories'
import { createWorld, type World } from '../../testing/world'
import { type SearchBounds, searchBounds } from '../rules/search-sample'
import { type CatalogQuery, emptyCatalogQuery, type FacetKey, facetKeys } from '../schema/query'
import {
  catalogSorts,
  durationBuckets,
  offeringKinds,
  offeringLevels,
  priceFilters,
  ratingFloors,
} from '../schema/vocabulary'
import { searchOfferings } from './search-offerings'

const COUNT = 2400
/** Short cuts begin early, so that this catalogue is a large one; without them it is a small one. */
const early: SearchBounds = {
  smallCatalogue: 100,
  probedRows: 400,
  countedRows: 400,
  leastRows: 60,
  rankedHits: 48,
  sortedHits: 200,
}
let world: World

beforeAll(async () => {
  world = await createWorld()
  const { db } = world
  for (const name of ['Alpha', 'Beta', 'Gamma', 'Delta'])
    await makeProvider(db, { name, slug: name.toLowerCase() })
  const named = (slug: string) => ({ slug, name: slug })
  await db.skill.createMany({
    data: ['sql', 'git', 'rust', 'prolog', 'lisp', 'apl', 'ada', 'cobol'].map(named),
  })
  await db.topic.createMany({ data: ['one', 'two', 'three', 'four'].map(named) })
  await generateOfferings(db, COUNT)
}, 60_000)
afterAll(() => world.close())

const query = (part: Partial<CatalogQuery>): CatalogQuery => ({ ...emptyCatalogQuery, ...part })
const whole = (part: Partial<CatalogQuery>) => searchOfferings(world.db, query(part), searchBounds)
const short = (part: Partial<CatalogQuery>) => searchOfferings(world.db, query(part), early)
const ids = (result: Awaited<ReturnType<typeof whole>>) => result.hits.map(({ id }) => id)

const isChosen = (asked: CatalogQuery, facet: FacetKey) =>
  facet === 'rating' ? asked.rating !== null : asked[facet].length > 0

/** Queries that find thousands, hundreds, a few, and nothing. */
const queries: Partial<CatalogQuery>[] = [
  {},
  { level: ['beginner'] },
  { kind: ['course'], language: ['en'] },
  { kind: ['course'], level: ['advanced'], language: ['ja'], price: ['free'] },
  { provider: ['nobody'], level: ['beginner'] },
  { q: 'rust' },
  { q: 'rust sql', level: ['beginner', 'mixed'], rating: 400 },
]

const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { maxLength: 2 })
const anyQuery: fc.Arbitrary<CatalogQuery> = fc
  .record({
    q: fc.constantFrom(
      '',
      '',
      'rust',
      'sql essentials',
      'managers -git',
      '"in practice"',
      'prolgo',
    ),
    kind: some(offeringKinds),
    level: some(offeringLevels),
    topic: some(['one', 'two', 'none']),
    skill: some(['sql', 'git', 'rust']),
    provider: some(['alpha', 'delta']),
    language: some(['en', 'ja']),
    price: some(priceFilters),
    duration: some(durationBuckets),
    rating: fc.constantFrom(null, ...ratingFloors),
    sort: fc.constantFrom(...catalogSorts),
    page: fc.constantFrom(1, 2, 5, 60),
    used: fc.subarray([...facetKeys], { maxLength: 3 }),
  })
  .map(({ used, q, sort, page, ...facets }) =>
    query({ q, sort, page, ...Object.fromEntries(used.map((key) => [key, facets[key]])) }),
  )

describe('a search of a large catalogue', () => {
  it('answers any query as a search that looks at everything does, or nearly so', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async (asked) => {
        const [estimated, exact] = [await short(asked), await whole(asked)]
        expect(estimated.match).toBe(exact.match)
        expect(estimated.correctedText).toBe(exact.correctedText)
        // the order of what comes after the closest ones is another one
        const isRanked = asked.sort === 'relevance' && exact.total > early.rankedHits
        if (!isRanked) expect(ids(estimated)).toEqual(ids(exact))
        else expect(estimated.hits).toHaveLength(exact.hits.length)
        if (estimated.isEstimate) {
          expect(estimated.total / exact.total).toBeGreaterThan(0.6)
          expect(estimated.total / exact.total).toBeLessThan(1.6)
          return
        }
        expect(estimated.total).toBe(exact.total)
        for (const facet of facetKeys.filter((facet) => !isChosen(asked, facet))) {
          expect([facet, estimated.facets[facet]]).toEqual([facet, exact.facets[facet]])
        }
      }),
      { numRuns: 80 },
    )
  }, 120_000)

  it.each(queries)('lists the same offerings in the same order: %j', async (part) => {
    for (const sort of catalogSorts.filter((sort) => sort !== 'relevance')) {
      for (const page of [1, 4]) {
        const at = { ...part, sort, page }
        expect([sort, page, ids(await short(at))]).toEqual([sort, page, ids(await whole(at))])
      }
    }
  })

  it.each(queries)('says about how many there are, and exactly when it can: %j', async (part) => {
    const [estimated, exact] = [await short(part), await whole(part)]
    expect(exact.isEstimate).toBe(false)
    if (!estimated.isEstimate) expect(estimated.total).toBe(exact.total)
    else {
      expect(exact.total).toBeGreaterThan(early.leastRows)
      expect(estimated.total / exact.total).toBeGreaterThan(0.7)
      expect(estimated.total / exact.total).toBeLessThan(1.4)
    }
  })

  it('counts few hits one by one, and the facets that would widen them', async () => {
    const part: Partial<CatalogQuery> = { kind: ['program'], level: ['advanced'], language: ['ja'] }
    const [estimated, exact] = [await short(part), await whole(part)]
    expect(exact.total).toBeGreaterThan(5)
    expect(estimated.isEstimate).toBe(false)
    for (const facet of ['topic', 'skill', 'provider', 'price', 'language'] as const) {
      expect([facet, estimated.facets[facet]]).toEqual([facet, exact.facets[facet]])
    }
  })

  it('shows what is frequent among thousands about as frequent as it is', async () => {
    const [estimated, exact] = [
      await short({ level: ['beginner'] }),
      await whole({ level: ['beginner'] }),
    ]
    expect(estimated.isEstimate).toBe(true)
    for (const facet of facetKeys) {
      const shown = new Map(estimated.facets[facet].map(({ value, count }) => [value, count]))
      for (const { value, count } of exact.facets[facet].filter((choice) => choice.count > 300)) {
        expect([facet, value, (shown.get(value) ?? 0) / count > 0.6]).toEqual([facet, value, true])
        expect([facet, value, (shown.get(value) ?? 0) / count < 1.6]).toEqual([facet, value, true])
      }
    }
  })

  it('ranks the most popular of many title hits as closely as a small catalogue does', async () => {
    const { hits, total } = await short({ q: 'rust' })
    expect(total).toBeGreaterThan(early.rankedHits)
    for (const { title } of hits) expect(title.toLowerCase()).toContain('rust')
    const seen: string[] = []
    for (let page = 1; page <= 6; page++) seen.push(...ids(await short({ q: 'rust', page })))
    expect(seen).toHaveLength(6 * 24)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('ranks all of a few hits exactly so', async () => {
    const part: Partial<CatalogQuery> = { q: 'responsible rust analysts' }
    const exact = await whole(part)
    expect(exact.total).toBeGreaterThan(0)
    expect(exact.total).toBeLessThan(early.rankedHits)
    expect(ids(await short(part))).toEqual(ids(exact))
  })
})
