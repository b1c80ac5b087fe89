import { monthsLater } from './months-later'

const dayMs = 86_400_000
/** For how long more time is agreed to as a rule. */
const usualMonths = 24
/** Needs change; nobody is agreed with for longer without asking again. */
const longestMonths = 60

/** The last day that is proposed for an agreement made at `now`, as YYYY-MM-DD. Pure. */
export const usualAccommodationDay = (now: Date): string =>
  monthsLater(now, usualMonths).toISOString().slice(0, 10)

/** When an agreement ends (exclusive) that holds through a day in UTC, or why it cannot end then. Pure. */
export function accommodationEnd(
  lastDay: string,
  now: Date,
): Date | 'accommodation-end-past' | 'accommodation-end-far' {
  const end = new Date(Date.parse(lastDay) + dayMs)
  if (end <= now) return 'accommodation-end-past'
  return end > monthsLater(now, longestMonths) ? 'accommodation-end-far' : end
}
