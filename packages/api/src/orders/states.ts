import type { OrderStatus } from '../payments/states'
import type { TransitionTable } from '../shared/transition'

/**
 * From each status those that may be observed next. Nothing guards by this table: the status is
 * derived from facts, and this is what their changes can amount to. An order that ran out or was
 * cancelled can still turn out to be paid, when the payment and its end crossed.
 */
export const orderTransitions = {
  awaiting_payment: [
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
  ],
  processing: ['paid', 'payment_failed', 'refunded', 'disputed', 'duplicate'],
  paid: ['partially_refunded', 'refunded', 'disputed', 'charged_back'],
  partially_refunded: ['paid', 'refunded', 'disputed', 'charged_back'],
  refunded: ['paid', 'partially_refunded', 'disputed', 'charged_back'],
  disputed: ['paid', 'partially_refunded', 'refunded', 'charged_back'],
  charged_back: ['paid', 'partially_refunded', 'refunded', 'disputed'],
  payment_failed: ['paid', 'expired'],
  expired: ['paid', 'cancelled', 'duplicate'],
  cancelled: [],
  duplicate: [],
} as const satisfies TransitionTable<OrderStatus>
