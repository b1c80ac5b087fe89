/**
 * What an order's facts amount to. `paid`, `partially_refunded`, `refunded`, `disputed` and
 * `charged_back` may follow each other in any direction: a refund can fail after it succeeded and a
 * lost dispute can be appealed.
 */
export const orderStatuses = [
  'awaiting_payment',
  'processing',
  'paid',
  'partially_refunded',
  'refunded',
  'disputed',
  'charged_back',
  'payment_failed',
  'expired',
  'cancelled',
  'duplicate',
] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** An order in one of these may still be paid: a person has at most one such order per cart. */
export const openOrderStatuses = ['awaiting_payment', 'processing'] as const satisfies OrderStatus[]

/** What an order in one of these is about was not bought by it, and may be ordered again. */
export const unboughtOrderStatuses = [
  'payment_failed',
  'expired',
  'cancelled',
  'duplicate',
] as const satisfies OrderStatus[]

/** Why a person has to look at an order. */
export const reviewReasons = [
  'amount_mismatch',
  'dispute_unknown_status',
  'automatic_refund_failed',
  'paid_after_cancel',
  'refund_failed',
  'refund_unallocated',
  'account_closed',
  'checkout_failed',
  'region_mismatch',
] as const
export type ReviewReason = (typeof reviewReasons)[number]

export const stripeEventStates = ['queued', 'ignored', 'reconciled', 'dead'] as const
export type StripeEventState = (typeof stripeEventStates)[number]

/** Where a written-down call to Stripe can stand; `unknown`: sent, and no answer came back. */
export const stripeCommandStates = ['pending', 'sent', 'done', 'failed', 'unknown'] as const
export type StripeCommandState = (typeof stripeCommandStates)[number]

/** A command in one of these has yet to be settled with Stripe. */
export const openCommandStates = [
  'pending',
  'sent',
  'unknown',
] as const satisfies StripeCommandState[]
