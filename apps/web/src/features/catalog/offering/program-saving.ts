import type { OfferingCard, PriceDto } from '@archway/api/catalog/schema/search'

/**
 * What a program's courses cost one by one in the currency of its price, minor units; null when one of
 * them has no one-time price in it, because then there is nothing honest to compare.
 */
export function sumOfCourses(
  price: Pick<PriceDto, 'currency'>,
  courses: readonly Pick<OfferingCard, 'prices'>[],
): bigint | null {
  let sum = 0n
  for (const course of courses) {
    const own = course.prices.find(
      ({ currency, period }) => currency === price.currency && period === 'one_time',
    )
    if (own === undefined) return null
    sum += own.amountMinor
  }
  return courses.length === 0 ? null : sum
}
