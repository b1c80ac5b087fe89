import type Stripe from 'stripe'
import type { InvoiceFact, SubscriptionFact } from '../../subscriptions/rules/facts'

const at = (seconds: number) => new Date(seconds * 1000)
const orNull = (seconds: number | null | undefined) =>
  seconds === null || seconds === undefined ? null : at(seconds)
const idOf = (value: string | { id: string } | null | undefined) =>
  typeof value === 'string' ? value : (value?.id ?? null)

/** Throws for a subscription without an item: ours have exactly one. */
export function toSubscriptionFact(subscription: Stripe.Subscription): SubscriptionFact {
  const [item] = subscription.items.data
  if (!item) throw new Error(`subscription ${subscription.id} has no item`)
  return {
    id: subscription.id,
    customerId: idOf(subscription.customer) ?? '',
    status: subscription.status,
    itemId: item.id,
    productId: idOf(item.price.product) ?? '',
    currency: item.price.currency.toUpperCase(),
    amountMinor: BigInt(item.price.unit_amount ?? 0),
    interval: item.price.recurring?.interval ?? '',
    periodStart: at(item.current_period_start),
    periodEnd: at(item.current_period_end),
    trialEnd: orNull(subscription.trial_end),
    cancelAt: orNull(subscription.cancel_at),
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
    endedAt: orNull(subscription.ended_at),
    isPaused: subscription.pause_collection !== null,
    resumesAt: orNull(subscription.pause_collection?.resumes_at),
    createdAt: at(subscription.created),
  }
}

/** The time that an invoice pays for: of the lines that charge, or of all when none does. */
function windowOf(invoice: Stripe.Invoice): { periodStart: Date; periodEnd: Date } {
  const charging = invoice.lines.data.filter((line) => line.amount > 0)
  const periods = (charging.length > 0 ? charging : invoice.lines.data).map((line) => line.period)
  if (periods.length === 0) {
    return { periodStart: at(invoice.period_start), periodEnd: at(invoice.period_end) }
  }
  return {
    periodStart: at(Math.min(...periods.map(({ start }) => start))),
    periodEnd: at(Math.max(...periods.map(({ end }) => end))),
  }
}

/** What an invoice says; its payment and the first failure of it are looked up beside it. */
export function toInvoiceFact(
  invoice: Stripe.Invoice,
  stripeSubscriptionId: string,
  payment: { paymentIntentId: string | null; firstFailedAt: Date | null },
): InvoiceFact {
  return {
    id: invoice.id ?? '',
    stripeSubscriptionId,
    status: invoice.status ?? 'draft',
    billingReason: invoice.billing_reason,
    currency: invoice.currency.toUpperCase(),
    totalMinor: BigInt(invoice.total),
    amountDueMinor: BigInt(invoice.amount_due),
    amountPaidMinor: BigInt(invoice.amount_paid),
    ...windowOf(invoice),
    ...payment,
    attemptCount: invoice.attempt_count,
    nextAttemptAt: orNull(invoice.next_payment_attempt),
    hostedUrl: invoice.hosted_invoice_url ?? null,
    createdAt: at(invoice.created),
    paidAt: orNull(invoice.status_transitions.paid_at),
  }
}
