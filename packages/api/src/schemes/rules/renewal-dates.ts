import type { CalendarDate } from '../schema/calendar-date'
import type { SchemeDocument } from '../schema/document'
import { addDays, addMonths } from './calendar'

export type RenewalDates = {
  /** the first day on which it no longer holds; null: it does not expire */
  validUntil: CalendarDate | null
  /** null: not published, or nothing to renew */
  opensOn: CalendarDate | null
  /** last day on which renewing is still possible, grace included */
  closesOn: CalendarDate | null
}

/** When a certificate of this scheme expires and may be renewed; null when its validity is not known. */
export function renewalDates(
  { validity, renewal }: SchemeDocument,
  passedOn: CalendarDate,
): RenewalDates | null {
  if (validity === null) return null
  if (validity.months === null) return { validUntil: null, opensOn: null, closesOn: null }
  const validUntil = addMonths(passedOn, validity.months)
  const opensDaysBefore = renewal?.opensDaysBefore ?? null
  return {
    validUntil,
    opensOn: opensDaysBefore === null ? null : addDays(validUntil, -opensDaysBefore),
    closesOn: renewal === null ? null : addDays(validUntil, renewal.graceDays),
  }
}
