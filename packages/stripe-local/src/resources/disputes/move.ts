import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import { disputeFee } from '../../money/fees'
import type { Scope } from '../../scope'
import { postBalanceTransaction } from '../balance-transactions/post'
import { change } from '../change'
import { CLOSED, canMove, type DisputeStatus, REFUNDABLE } from './states'

/**
 * Moves a dispute to its next status, with the money and the events that belong to it: an
 * inquiry that becomes a chargeback withdraws, winning gives back (the fee stays), closing says
 * so. A step that the case cannot take is refused.
 */
export function moveDispute(
  scope: Scope,
  dispute: Stripe.Dispute,
  status: DisputeStatus,
): Stripe.Dispute {
  const from = dispute.status as DisputeStatus
  if (!canMove(from, status)) {
    throw invalidRequest(`A dispute cannot go from ${from} to ${status}.`, undefined, 'status')
  }
  const escalates = from.startsWith('warning_') && status === 'needs_response'
  const { row, previous } = change(scope.tables.disputes, dispute, {
    status,
    is_charge_refundable: REFUNDABLE.includes(status),
    ...(escalates ? { payment_method_details: asChargeback(dispute) } : {}),
  })
  scope.emit('charge.dispute.updated', row, previous)
  let current = row
  if (escalates) current = withdrawFunds(scope, current)
  if (status === 'won') current = reinstateFunds(scope, current)
  if (CLOSED.includes(status)) announceClosed(scope, current)
  return current
}

/** Says that a case is over, with its result in `status`. */
export function announceClosed(scope: Scope, dispute: Stripe.Dispute): void {
  scope.emit('charge.dispute.closed', dispute)
}

/** The bank takes the disputed amount, and a fee is due. */
export function withdrawFunds(scope: Scope, dispute: Stripe.Dispute): Stripe.Dispute {
  return post(scope, dispute, {
    amount: -dispute.amount,
    fee: disputeFee(dispute.currency),
    category: 'dispute',
    event: 'charge.dispute.funds_withdrawn',
  })
}

function reinstateFunds(scope: Scope, dispute: Stripe.Dispute): Stripe.Dispute {
  return post(scope, dispute, {
    amount: dispute.amount,
    fee: 0,
    category: 'dispute_reversal',
    event: 'charge.dispute.funds_reinstated',
  })
}

function post(
  scope: Scope,
  dispute: Stripe.Dispute,
  movement: { amount: number; fee: number; category: string; event: Stripe.Event['type'] },
): Stripe.Dispute {
  const transaction = postBalanceTransaction(scope, {
    amount: movement.amount,
    fee: movement.fee,
    currency: dispute.currency,
    source: dispute.id,
    type: 'adjustment',
    category: movement.category,
    description: `Dispute of charge ${dispute.charge}`,
    availableAtOnce: true,
  })
  const { row, previous } = change(scope.tables.disputes, dispute, {
    balance_transactions: [...dispute.balance_transactions, transaction],
  })
  scope.emit(movement.event, row, previous)
  return row
}

function asChargeback(dispute: Stripe.Dispute): Stripe.Dispute.PaymentMethodDetails | undefined {
  const details = dispute.payment_method_details
  if (!details?.card) return details
  return { ...details, card: { ...details.card, case_type: 'chargeback' } }
}
