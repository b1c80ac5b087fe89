export type Rating = { centi: number; count: number } | null
type Distribution = readonly { rating: number; count: number }[]

/** The rating of the public reviews, × 100 as the catalogue keeps it; null when there are none. */
function ratingOf(distribution: Distribution): Rating {
  const count = distribution.reduce((sum, one) => sum + one.count, 0)
  const stars = distribution.reduce((sum, one) => sum + one.rating * one.count, 0)
  return count === 0 ? null : { centi: Math.round((stars * 100) / count), count }
}

/**
 * What hiding a review, or showing it again, does to the rating of its offering, from how many public
 * reviews there are of each number of stars. Pure.
 */
export function ratingEffect(
  distribution: Distribution,
  review: { rating: number; status: 'published' | 'hidden' },
): { before: Rating; after: Rating } {
  const step = review.status === 'published' ? -1 : 1
  return {
    before: ratingOf(distribution),
    after: ratingOf(
      distribution.map((one) =>
        one.rating === review.rating ? { ...one, count: Math.max(0, one.count + step) } : one,
      ),
    ),
  }
}
