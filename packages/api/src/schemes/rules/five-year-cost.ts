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
 * What it costs to earn the certificate in sittings on these days, the last of them passed, and to keep it
 * for five years from then: each renewal at the cheapest published way. Fees only, before tax, at
 * today's prices, in the currency of the first fee. Null when no fee is published or no day is given.
 */
export function fiveYearCost(
  scheme: SchemeDocument,
  days: readonly CalendarDate[],
): FiveYearCost | null {
  const passedOn = days.at(-1)
  const currency = scheme.fees?.items.find((fee) => fee.for === 'attempt')?.currency
  if (!scheme.fees || currency === undefined || passedOn === undefined) return null
  const fee = (kind: 'attempt' | 'retake' | 'year') =>
    scheme.fees?.items.find((item) => item.for === kind && item.currency === currency)
      ?.amountMinor ?? null
  const attempt = fee('attempt')
  const { includedAttempts } = scheme.fees
  const lines: CostLine[] = days
    .map(
      (on, at): CostLine =>
        at === 0
          ? { kind: 'attempt', on, amountMinor: attempt }
          : { kind: 'retake', on, amountMinor: fee('retake') ?? attempt },
    )
    .filter((_, at) => at === 0 || at >= includedAttempts)
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
