import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CatalogQuery,
  catalogQuery,
  emptyCatalogQuery,
  isNarrowed,
  parseCatalogQuery,
  serialiseCatalogQuery,
  toggleFacet,
} from './query'
import {
  catalogSorts,
  durationBuckets,
  offeringKinds,
  offeringLevels,
  priceFilters,
  ratingFloors,
} from './vocabulary'

const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?$/), {
  maxLength: 4,
})
const some = <Value>(values: readonly Value[]) => fc.subarray([...values])
const queries: fc.Arbitrary<CatalogQuery> = fc.record({
  q: fc.string({ maxLength: 60, unit: 'grapheme' }),
  kind: some(offeringKinds),
  topic: slugs,
  skill: slugs,
  level: some(offeringLevels),
  provider: slugs,
  language: some(['en', 'es', 'pt-BR']),
  price: some(priceFilters),
  duration: some(durationBuckets),
  rating: fc.constantFrom(null, ...ratingFloors),
  sort: fc.constantFrom(...catalogSorts),
  page: fc.integer({ min: 1, max: 200 }),
})
const read = (text: string) => parseCatalogQuery(new URLSearchParams(text))

describe('the catalogue in the URL', () => {
  it('reads back what it writes, in one spelling', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const once = read(serialiseCatalogQuery(query))
        expect(serialiseCatalogQuery(once)).toBe(
          serialiseCatalogQuery(read(serialiseCatalogQuery(once))),
        )
        expect(once.kind).toEqual(offeringKinds.filter((kind) => query.kind.includes(kind)))
        expect(once.topic).toEqual([...query.topic].sort())
        expect(once.rating).toBe(query.rating)
        expect(once.page).toBe(query.page)
        expect(read(serialiseCatalogQuery(once))).toEqual(once)
        expect(catalogQuery.parse(once)).toEqual(once)
      }),
    )
  })

  it('never throws, whatever stands in the address', () => {
    const raw = fc.dictionary(
      fc.oneof(fc.constantFrom('q', 'kind', 'topic', 'rating', 'page', 'sort'), fc.string()),
      fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined)),
    )
    fc.assert(
      fc.property(raw, (params) => {
        const query = parseCatalogQuery(params)
        expect(query.page).toBeGreaterThanOrEqual(1)
        expect(query.q.length).toBeLessThanOrEqual(200)
      }),
    )
  })

  it('drops what it does not know and takes repeated parameters and comma lists alike', () => {
    const query = read(
      'kind=course&kind=nonsense,program&level=expert&page=-4&rating=9&sort=up&x=1',
    )
    expect(query).toEqual({ ...emptyCatalogQuery, kind: ['course', 'program'] })
    expect(serialiseCatalogQuery(query)).toBe('kind=course,program')
  })

  it('leaves defaults out', () => {
    expect(serialiseCatalogQuery(emptyCatalogQuery)).toBe('')
    expect(isNarrowed(emptyCatalogQuery)).toBe(false)
    expect(serialiseCatalogQuery(read('page=1&sort=relevance&q=%20'))).toBe('')
  })

  it('switches a choice over and goes back to page 1', () => {
    const query = read('topic=mlops&page=3&q=a%20b')
    const more = toggleFacet(query, 'topic', 'deep-learning')
    expect(serialiseCatalogQuery(more)).toBe('q=a%20b&topic=deep-learning,mlops')
    expect(toggleFacet(more, 'topic', 'deep-learning')).toEqual({ ...query, page: 1 })
    const rated = toggleFacet(query, 'rating', '450')
    expect(rated.rating).toBe(450)
    expect(toggleFacet(rated, 'rating', '450').rating).toBeNull()
  })
})
