import { currentRefundTerms } from '../../payments/rules/refund-promise'
import type { RefundTerms } from '../../payments/schema'
import type { MembershipPeriod } from '../states'
import type { InvoiceFact } from './facts'

/** How often Stripe charges, in our words. */
export const periodOf = (interval: string): MembershipPeriod =>
  interval === 'year' ? 'per_year' : 'per_month'

/** How often we charge, in Stripe's words. */
export const intervalOf = (period: string): 'month' | 'year' =>
  period === 'per_year' ? 'year' : 'month'

/** Whether an invoice becomes an order: money was taken for it. */
export const isSale = (
  invoice: InvoiceFact,
): invoice is InvoiceFact & { paymentIntentId: string } =>
  invoice.status === 'paid' && invoice.amountPaidMinor > 0n && invoice.paymentIntentId !== null

/** Longer than any month: what is paid for that long is paid by the year. */
const monthMs = 40 * 86_400_000

/**
 * The refund promise of an invoice: the first payment of a membership and each payment for a year have
 * the days of everything else, a further month none. What was learnt in it does not count. Pure.
 */
export function membershipRefundTerms(
  invoice: Pick<InvoiceFact, 'periodStart' | 'periodEnd'>,
  { isFirst, hasWithdrawal }: { isFirst: boolean; hasWithdrawal: boolean },
): RefundTerms {
  if (isFirst) return firstPaymentTerms(hasWithdrawal)
  const isYear = invoice.periodEnd.getTime() - invoice.periodStart.getTime() > monthMs
  const terms = currentRefundTerms(0)
  return isYear ? terms : { ...terms, days: 0 }
}

/**
 * The promise of the payment that a membership begins with. There is one contract, so there is one right of
 * withdrawal, with this payment (Court of Justice, C-565/22 Sofatutor). Pure.
 */
export const firstPaymentTerms = (hasWithdrawal: boolean): RefundTerms =>
  currentRefundTerms(0, hasWithdrawal)

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** What stands on the order and its invoice: what was bought, and for which time. Pure. */
export const invoiceTitle = (
  title: string,
  { periodStart, periodEnd }: Pick<InvoiceFact, 'periodStart' | 'periodEnd'>,
): string => `${title}, ${dayFormat.format(periodStart)} – ${dayFormat.format(periodEnd)}`
