/** A range of whole days, both ends included, as YYYY-MM-DD in the reader's time zone. */
export type DayRange = { from: string; to: string }

export type OverviewPeriod = DayRange & {
  range: '7' | '30' | '90' | 'custom'
  /** as many days, right before */
  previous: DayRange
  /** every day of the range, in order */
  days: string[]
}

/** Two neighbouring stretches of time: `start` ≤ t < `end`, and `previousStart` ≤ t < `start`. */
export type OverviewSpan = { previousStart: Date; start: Date; end: Date; timeZone: string }

/** A custom range holds at most a year and a day; a longer one is cut at its start. */
export const longestPeriodDays = 366

const dayMs = 86_400_000
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10)
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** The calendar day at a moment in a time zone (IANA name), as YYYY-MM-DD. */
export function dayIn(now: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now)
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/**
 * Which days the overview is about: a custom range when both of its ends are given in order, else
 * the last 7, 30 or 90 days, today included. Beside it the period before, of the same length, to
 * compare with. Pure.
 */
export function overviewPeriod(
  input: { range: '7' | '30' | '90'; from?: Date; to?: Date },
  today: string,
): OverviewPeriod {
  const isCustom = input.from !== undefined && input.to !== undefined && input.from <= input.to
  const last = isCustom && input.to ? timeOf(toDay(input.to.getTime())) : timeOf(today)
  const first =
    isCustom && input.from
      ? Math.max(timeOf(toDay(input.from.getTime())), last - (longestPeriodDays - 1) * dayMs)
      : last - (Number(input.range) - 1) * dayMs
  const length = Math.round((last - first) / dayMs) + 1
  return {
    range: isCustom ? 'custom' : input.range,
    from: toDay(first),
    to: toDay(last),
    previous: { from: toDay(first - length * dayMs), to: toDay(first - dayMs) },
    days: Array.from({ length }, (_, index) => toDay(first + index * dayMs)),
  }
}
