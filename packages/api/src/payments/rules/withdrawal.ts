import type { TaxNumberStatus } from '../../tax/states'

/**
 * The right of withdrawal from a distance contract: Directive 2011/83/EU, Art. 9(1) and 9(2), 14 days from
 * the conclusion, counted as Regulation 1182/71, Art. 3 does. For digital content it ends before that when
 * supply has begun and the consumer had asked for it expressly, acknowledged that the right is lost by it,
 * and got both confirmed on a durable medium (Art. 16(m) as amended by Directive 2019/2161, Art. 8(7)).
 * Whoever does not ask gets the content when the period is over.
 */
export const withdrawalDays = 14

/** Which text the buyer agrees to: `withdrawal.text1` of the message catalogue. A new text is a new number. */
export const currentWaiverVersion = 1

/** Member states of the Union, and of the EEA, where the Directive applies as well. */
const economicArea: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO'.split(
    ' ',
  ),
)

/** Whether a buyer has the right: a consumer there. Who shows a tax number buys for a business. Pure. */
export const hasRightOfWithdrawal = (buyer: {
  country: string | null
  taxNumberStatus: TaxNumberStatus
}): boolean =>
  buyer.country !== null &&
  economicArea.has(buyer.country) &&
  (buyer.taxNumberStatus === 'none' || buyer.taxNumberStatus === 'invalid')

const dayMs = 86_400_000
/** The westernmost part of the Union is that far behind UTC: its day ends last. */
const lastDayEndsHours = 4

/**
 * The last moment at which one may withdraw: the end of the last of the days that follow the one of the
 * contract, wherever in the Union; of the next Monday when that is at a weekend. Holidays differ from
 * country to country and are left to staff. Pure.
 */
export function withdrawalDeadline(concludedAt: Date, days: number): Date {
  const day = Math.floor(concludedAt.getTime() / dayMs) + days
  const weekday = new Date(day * dayMs).getUTCDay()
  const last = weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day
  return new Date((last + 1) * dayMs + lastDayEndsHours * 3_600_000)
}
