import type { CalendarDate } from '../schema/calendar-date'

const toDate = (day: CalendarDate) => new Date(`${day}T00:00:00Z`)
const toDay = (date: Date): CalendarDate => date.toISOString().slice(0, 10)

/** The day of an instant in UTC. */
export const dayOf = toDay

/** So many days later; earlier when negative. */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  const date = toDate(day)
  date.setUTCDate(date.getUTCDate() + days)
  return toDay(date)
}

/** The same day so many months later, or the last day of that month when it has no such day. */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const date = toDate(day)
  const wanted = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + months)
  if (date.getUTCDate() !== wanted) date.setUTCDate(0)
  return toDay(date)
}

/** The last of several days. */
export const latest = (first: CalendarDate, ...others: CalendarDate[]): CalendarDate =>
  others.reduce((late, day) => (day.localeCompare(late) > 0 ? day : late), first)
