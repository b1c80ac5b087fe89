/** How often a price recurs. */
export interface Interval {
  interval: string
  interval_count: number
}

const DAY_SECONDS = 24 * 60 * 60

/**
 * The time `count` intervals after `anchor` (Unix seconds, UTC). Months and years keep the day
 * of the anchor; where a month is shorter its last day is taken, and the next one has the
 * anchor's day again (docs.stripe.com/billing/subscriptions/billing-cycle).
 */
export function addIntervals(
  anchor: number,
  { interval, interval_count }: Interval,
  count: number,
) {
  const steps = interval_count * count
  if (interval === 'day') return anchor + steps * DAY_SECONDS
  if (interval === 'week') return anchor + steps * 7 * DAY_SECONDS
  const date = new Date(anchor * 1000)
  const months = date.getUTCMonth() + steps * (interval === 'year' ? 12 : 1)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0)).getUTCDate()
  const day = Math.min(date.getUTCDate(), lastDay)
  const start = Date.UTC(date.getUTCFullYear(), months, day) / 1000
  return start + (anchor % DAY_SECONDS)
}

/** The first end of a period after `after`, counted from the anchor. */
export function nextPeriodEnd(anchor: number, interval: Interval, after: number): number {
  let count = 1
  while (addIntervals(anchor, interval, count) <= after) count += 1
  return addIntervals(anchor, interval, count)
}
