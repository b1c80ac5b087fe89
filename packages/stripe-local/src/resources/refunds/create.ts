import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import { amountProblem, formatAmount } from '../../money/currencies'
import { findCard } from '../../payments/cards'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { postBalanceTransaction } from '../balance-transactions/post'
import { change } from '../change'

type RefundStatus = 'succeeded' | 'pending' | 'requires_action'

interface NewRefund {
  charge: Stripe.Charge
  /** Minor units; everything that is left when undefined. */
  amount: number | undefined
  reason: Stripe.Refund.Reason | null
  metadata: Stripe.Metadata
  /** Overrides the status in which the refund starts. */
  status?: RefundStatus | undefined
}

/**
 * Returns money of a charge. The balance is charged at once, also while the refund is pending;
 * a refund that fails later puts it back. Refused when more would be returned than is left, or
 * while the bank already holds the money because of a dispute.
 */
export function createRefund(scope: Scope, given: NewRefund): Stripe.Refund {
  const { charge } = given
  const amount = given.amount ?? charge.amount - charge.amount_refunded
  requireRefundable(scope, charge, amount)
  const isCard = charge.payment_method_details?.type === 'card'
  const aftermath = findCard(scope.tables.chargeOrigins.get(charge.id)?.cardNumber ?? '')?.aftermath
  const status: RefundStatus =
    given.status ??
    scope.takeRefundHold() ??
    (aftermath?.kind === 'refund_pending' ? 'pending' : 'succeeded')
  const id = newId(isCard ? 're' : 'pyr')
  const transaction = postBalanceTransaction(scope, {
    amount: -amount,
    fee: 0,
    currency: charge.currency,
    source: id,
    type: isCard ? 'refund' : 'payment_refund',
    category: 'refund',
    description: `Refund of charge ${charge.id}`,
    availableAtOnce: true,
  })
  const refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: transaction.id,
    charge: charge.id,
    created: scope.now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    ...(isCard
      ? {
          destination_details: {
            type: 'card',
            card: {
              reference_status: 'pending',
              reference_type: 'acquirer_reference_number',
              type: 'refund',
            },
          },
        }
      : {}),
    metadata: given.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(status === 'pending' ? { pending_reason: 'processing' as const } : {}),
    reason: given.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status,
    transfer_reversal: null,
  } satisfies Stripe.Refund
  scope.tables.refunds.put(refund)
  const refunded = charge.amount_refunded + amount
  const changed = change(scope.tables.charges, charge, {
    amount_refunded: refunded,
    refunded: refunded === charge.amount,
  })
  scope.emit('refund.created', refund)
  scope.emit('charge.refunded', changed.row, changed.previous)
  if (aftermath?.kind === 'refund_pending' && status === 'pending') {
    scope.schedule('finish_refund', id, scope.config.refundAfterSeconds, 'succeeded')
  }
  if (aftermath?.kind === 'refund_fails') {
    scope.schedule('finish_refund', id, scope.config.refundAfterSeconds, 'failed')
  }
  return refund
}

function requireRefundable(scope: Scope, charge: Stripe.Charge, amount: number): void {
  if (charge.status !== 'succeeded') {
    throw invalidRequest(
      `Charge ${charge.id} has the status ${charge.status}; only a succeeded charge can be refunded.`,
      'charge_not_refundable',
    )
  }
  const disputed = scope.tables.disputes.find(
    (dispute) => dispute.charge === charge.id && !dispute.is_charge_refundable,
  )
  if (disputed) {
    throw invalidRequest(
      `Charge ${charge.id} has been charged back; it cannot be refunded.`,
      'charge_disputed',
    )
  }
  const left = charge.amount - charge.amount_refunded
  if (left === 0) {
    throw invalidRequest(
      `Charge ${charge.id} has already been refunded.`,
      'charge_already_refunded',
    )
  }
  if (amount < 1) {
    throw invalidRequest('The amount must be at least 1.', 'parameter_invalid_integer', 'amount')
  }
  const problem = amountProblem(amount, charge.currency)
  if (problem) throw invalidRequest(problem, 'parameter_invalid_integer', 'amount')
  if (amount > left) {
    throw invalidRequest(
      `The refund (${formatAmount(amount, charge.currency)}) is greater than what is left of the charge (${formatAmount(left, charge.currency)}).`,
      undefined,
      'amount',
    )
  }
}
