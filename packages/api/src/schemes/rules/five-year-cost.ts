import type { CalendarDate } from '../schema/calendar-date'
import type { SchemeDocument } from '../schema/document'
import { addMonths } from './calendar'

const MONTHS = 60

export type CostLine = {
  kind: 'attempt' | 'retake' | 'renewal' | 'year'
  /** day on which it falls due */
  on: CalendarDate
  /** null: the body does not publish it */
  amountMinor: number | null
}

export type FiveYearCost = {
  currency: string
  lines: CostLine[]
  /** the sum of what is known, in minor units of `currency` */
  totalMinor: number
  /** false: at least one line is not published, so the sum is too small */
  isComplete: boolean
}

/**
 * What it costs to earn the certificate with so many sittings, the last one passed on `passedOn`, and to keep it
 * for five years from then: each renewal at the cheapest published way. Fees only, before tax, at
 * today's prices, in the currency of the first fee. Null when no fee is published.
 */
export function fiveYearCost(
  scheme: SchemeDocument,
  sittings: number,
  passedOn: CalendarDate,
): FiveYearCost | null {
  const currency = scheme.fees?.items.find((fee) => fee.for === 'attempt')?.currency
  if (!scheme.fees || currency === undefined) return null
  const fee = (kind: 'attempt' | 'retake' | 'year') =>
    scheme.fees?.items.find((item) => item.for === kind && item.currency === currency)
      ?.amountMinor ?? null
  const attempt = fee('attempt')
  const lines: CostLine[] = [{ kind: 'attempt', on: passedOn, amountMinor: attempt }]
  for (let paid = scheme.fees.includedAttempts; paid < sittings; paid++) {
    lines.push({ kind: 'retake', on: passedOn, amountMinor: fee('retake') ?? attempt })
  }
  const end = addMonths(passedOn, MONTHS)
  const months = scheme.validity?.months ?? null
  if (months !== null) {
    const amountMinor = cheapestRenewal(scheme, currency, attempt)
    for (let at = months; addMonths(passedOn, at) < end; at += months) {
      lines.push({ kind: 'renewal', on: addMonths(passedOn, at), amountMinor })
    }
  }
  const yearly = fee('year')
  if (yearly !== null) {
    for (let at = 0; at < MONTHS; at += 12) {
      lines.push({ kind: 'year', on: addMonths(passedOn, at), amountMinor: yearly })
    }
  }
  return {
    currency,
    lines,
    totalMinor: lines.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0),
    isComplete: scheme.validity !== null && lines.every(({ amountMinor }) => amountMinor !== null),
  }
}

function cheapestRenewal(
  { renewal }: SchemeDocument,
  currency: string,
  attempt: number | null,
): number | null {
  const known = (renewal?.options ?? [])
    .map((option) => {
      if (option.fee) return option.fee.currency === currency ? option.fee.amountMinor : null
      return option.kind === 'exam' ? attempt : null
    })
    .filter((amountMinor) => amountMinor !== null)
  return known.length === 0 ? null : Math.min(...known)
}
