import { expect, it } from 'vitest'
import { ratingEffect } from './rating-effect'

const of = (...counts: number[]) => counts.map((count, index) => ({ rating: 5 - index, count }))

it('takes a hidden review out of the rating and puts a shown one in', () => {
  const distribution = of(2, 0, 0, 0, 1)
  expect(ratingEffect(distribution, { rating: 1, status: 'published' })).toEqual({
    before: { centi: 367, count: 3 },
    after: { centi: 500, count: 2 },
  })
  expect(ratingEffect(distribution, { rating: 1, status: 'hidden' }).after).toEqual({
    centi: 300,
    count: 4,
  })
})

it('knows no rating when no public review is left, or none was there', () => {
  expect(ratingEffect(of(0, 1, 0, 0, 0), { rating: 4, status: 'published' }).after).toBeNull()
  expect(ratingEffect(of(0, 0, 0, 0, 0), { rating: 4, status: 'hidden' })).toEqual({
    before: null,
    after: { centi: 400, count: 1 },
  })
})
