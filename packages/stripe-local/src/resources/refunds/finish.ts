import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import { postBalanceTransaction } from '../balance-transactions/post'
import { change } from '../change'

/** A pending refund arrives. */
export function succeedRefund(scope: Scope, refund: Stripe.Refund): Stripe.Refund {
  if (refund.status !== 'pending' && refund.status !== 'requires_action') {
    throw invalidRequest(`A refund with the status ${refund.status} cannot succeed any more.`)
  }
  const { row, previous } = change(scope.tables.refunds, refund, {
    status: 'succeeded',
    pending_reason: undefined,
  })
  announce(scope, 'refund.updated', row, previous)
  return row
}

/**
 * A refund does not arrive: also possible after it had succeeded. The money comes back to the
 * balance with a transaction of its own, and the charge counts as refunded no longer.
 */
export function failRefund(scope: Scope, refund: Stripe.Refund, reason: string): Stripe.Refund {
  if (refund.status === 'failed' || refund.status === 'canceled') {
    throw invalidRequest(`A refund with the status ${refund.status} cannot fail.`)
  }
  const { row, previous } = reverse(scope, refund, 'failed', reason)
  announce(scope, 'refund.updated', row, previous)
  scope.emit('refund.failed', row)
  return row
}

/** Cancels a refund that still waits for the customer. */
export function cancelRefund(scope: Scope, refund: Stripe.Refund): Stripe.Refund {
  if (refund.status !== 'requires_action') {
    throw invalidRequest(
      `Only a refund with the status requires_action can be cancelled; this one is ${refund.status}.`,
    )
  }
  const { row, previous } = reverse(scope, refund, 'canceled', 'merchant_request')
  announce(scope, 'refund.updated', row, previous)
  return row
}

function announce(
  scope: Scope,
  type: 'refund.updated',
  refund: Stripe.Refund,
  previous: Record<string, unknown>,
): void {
  scope.emit(type, refund, previous)
  scope.emit('charge.refund.updated', refund, previous)
}

function reverse(
  scope: Scope,
  refund: Stripe.Refund,
  status: 'failed' | 'canceled',
  reason: string,
) {
  const transaction = postBalanceTransaction(scope, {
    amount: refund.amount,
    fee: 0,
    currency: refund.currency,
    source: refund.id,
    type: 'refund_failure',
    category: 'refund_failure',
    description: `Refund ${refund.id} ${status}`,
    availableAtOnce: true,
  })
  const charge = scope.tables.charges.get(String(refund.charge))
  if (charge) {
    scope.tables.charges.put({
      ...charge,
      amount_refunded: charge.amount_refunded - refund.amount,
      refunded: false,
    })
  }
  return change(scope.tables.refunds, refund, {
    status,
    failure_reason: reason,
    failure_balance_transaction: transaction.id,
    pending_reason: undefined,
  })
}
