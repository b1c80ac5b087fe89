import type Stripe from 'stripe'
import { processingFee } from '../money/fees'
import { postBalanceTransaction } from '../resources/balance-transactions/post'
import { change } from '../resources/change'
import type { Scope } from '../scope'
import { findCard } from './cards'

/** A charge has gone through: its PaymentIntent is paid, and what the card brings with it is planned. */
export function succeedIntent(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
): Stripe.PaymentIntent {
  scope.emit('charge.succeeded', charge)
  const { row } = change(scope.tables.paymentIntents, intent, {
    status: 'succeeded',
    amount_received: charge.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: charge.payment_method,
    processing: null,
  })
  scope.emit('payment_intent.succeeded', row)
  scope.schedule('post_balance_transaction', charge.id, scope.config.balanceTransactionAfterSeconds)
  const origin = scope.tables.chargeOrigins.get(charge.id)
  const aftermath = findCard(origin?.cardNumber ?? '')?.aftermath
  if (aftermath?.kind === 'dispute') {
    const detail = `${aftermath.status} ${aftermath.reason}`
    scope.schedule('open_dispute', charge.id, scope.config.disputeAfterSeconds, detail)
  }
  return row
}

/**
 * The money of a charge reaches the balance: as in the current API this comes after
 * charge.succeeded and is announced with charge.updated. Safe to repeat.
 */
export function postChargeTransaction(scope: Scope, chargeId: string): void {
  const charge = scope.tables.charges.get(chargeId)
  if (!charge || charge.balance_transaction !== null || charge.status !== 'succeeded') return
  const transaction = postBalanceTransaction(scope, {
    amount: charge.amount,
    fee: processingFee(charge.amount, charge.currency),
    currency: charge.currency,
    source: charge.id,
    type: charge.payment_method_details?.type === 'card' ? 'charge' : 'payment',
    category: 'charge',
    description: charge.description,
    availableAtOnce: false,
  })
  const { row, previous } = change(scope.tables.charges, charge, {
    balance_transaction: transaction.id,
  })
  scope.emit('charge.updated', row, previous)
}
