import type { CalendarDate } from '../schema/calendar-date'
import type { SchemeDocument } from '../schema/document'
import type { Sitting } from '../schema/scheme'
import { addDays, addMonths, latest } from './calendar'
import { renewalDates } from './renewal-dates'

/** When the exam may be sat next, and which rule says so. */
export type NextAttempt =
  | { type: 'from'; on: CalendarDate; because: 'nothing' | 'wait' | 'limit' | 'passed' }
  /** the body no longer, or does not yet, let anybody sit it */
  | { type: 'closed' }
  | { type: 'unknown' }

/** The day from which somebody who passed may sit the same exam again; null when the body does not say. */
function afterPass(scheme: SchemeDocument, passedOn: CalendarDate): CalendarDate | null {
  const rule = scheme.attempts?.afterPass
  if (rule === undefined || rule.type === 'unknown') return null
  if (rule.type === 'months') return addMonths(passedOn, rule.months)
  const dates = renewalDates(scheme, passedOn)
  return dates?.opensOn ?? dates?.validUntil ?? null
}

/**
 * The earliest day for the next sitting, `today` at the earliest. Failures count from the last pass on.
 * Waits and the limit are both kept: the later day wins.
 */
export function nextAttempt(
  scheme: SchemeDocument,
  sittings: readonly Sitting[],
  today: CalendarDate,
): NextAttempt {
  if (scheme.status !== 'open') return { type: 'closed' }
  if (sittings.length === 0) return { type: 'from', on: today, because: 'nothing' }
  if (scheme.attempts === null) return { type: 'unknown' }
  const passedOn = sittings.filter(({ hasPassed }) => hasPassed).map(({ on }) => on)
  const [first, ...others] = passedOn
  const lastPass = first === undefined ? null : latest(first, ...others)
  const failures = sittings
    .filter(({ on, hasPassed }) => !hasPassed && (lastPass === null || on > lastPass))
    .map(({ on }) => on)
    .sort()

  const days: { on: CalendarDate; because: 'wait' | 'limit' | 'passed' }[] = []
  if (lastPass !== null) {
    const on = afterPass(scheme, lastPass)
    if (on === null) return { type: 'unknown' }
    days.push({ on, because: 'passed' })
  }
  const { waitsDays, limit } = scheme.attempts
  const lastFailure = failures.at(-1)
  const wait = waitsDays[Math.min(failures.length, waitsDays.length) - 1]
  if (lastFailure !== undefined && wait !== undefined) {
    days.push({ on: addDays(lastFailure, wait), because: 'wait' })
  }
  const firstOfWindow = limit === null ? undefined : failures.at(-limit.count)
  if (limit !== null && failures.length >= limit.count && firstOfWindow !== undefined) {
    days.push({ on: addMonths(firstOfWindow, limit.months), because: 'limit' })
  }
  return days.reduce<Extract<NextAttempt, { type: 'from' }>>(
    (answer, day) => (day.on > answer.on ? { type: 'from', ...day } : answer),
    { type: 'from', on: today, because: 'nothing' },
  )
}
