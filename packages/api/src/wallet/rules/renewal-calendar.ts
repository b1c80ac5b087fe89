import { addDays } from '../../schemes/rules/calendar'
import { renewalDates } from '../../schemes/rules/renewal-dates'
import type { CalendarDate } from '../../schemes/schema/calendar-date'
import type { SchemeDocument } from '../../schemes/schema/document'
import type { WalletEntry } from '../schema'

type Days = Pick<WalletEntry, 'validUntil' | 'opensOn' | 'closesOn'>

/**
 * The days of a certificate: its own end where it has one, otherwise as its scheme counts from the day on which
 * it was earned. The window of renewal is counted from that end. Pure.
 */
export function daysOf(
  earnedOn: CalendarDate,
  ownEnd: CalendarDate | null,
  scheme: SchemeDocument | null,
): Days {
  const counted = scheme ? renewalDates(scheme, earnedOn) : null
  if (ownEnd === null) return counted ?? { validUntil: null, opensOn: null, closesOn: null }
  const renewal = scheme?.renewal ?? null
  const opensBefore = renewal?.opensDaysBefore ?? null
  return {
    validUntil: ownEnd,
    opensOn: opensBefore === null ? null : addDays(ownEnd, -opensBefore),
    closesOn: renewal === null ? null : addDays(ownEnd, renewal.graceDays),
  }
}

export type RenewalEvent = {
  entryId: string
  title: string
  on: CalendarDate
  /** renewing begins to be possible; the last day on which it holds; the last day for renewing it late */
  kind: 'opens' | 'ends' | 'closes'
}

/**
 * What is to be done when, from today on, soonest first. The end stands on the last day on which the certificate
 * holds, not on the first without it. Pure.
 */
export function renewalCalendar(
  entries: readonly WalletEntry[],
  today: CalendarDate,
): RenewalEvent[] {
  return entries
    .flatMap(({ id, title, validUntil, opensOn, closesOn }): RenewalEvent[] => {
      const event = (kind: RenewalEvent['kind'], on: CalendarDate | null): RenewalEvent[] =>
        on === null ? [] : [{ entryId: id, title, kind, on }]
      return [
        ...event('opens', opensOn),
        ...event('ends', validUntil === null ? null : addDays(validUntil, -1)),
        ...event('closes', closesOn === validUntil ? null : closesOn),
      ]
    })
    .filter(({ on }) => on >= today)
    .sort((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title, 'en'))
}
