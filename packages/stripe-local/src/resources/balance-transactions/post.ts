import type Stripe from 'stripe'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'

const TWO_DAYS = 2 * 24 * 60 * 60

interface Movement {
  /** Positive when money comes in. Minor units. */
  amount: number
  fee: number
  currency: string
  source: string
  type: Stripe.BalanceTransaction.Type
  category: string
  description: string | null
  /** Money of charges becomes available after two days; everything else at once. */
  availableAtOnce: boolean
}

/** Records one movement of the balance. Nothing else creates one; none is ever changed in amount. */
export function postBalanceTransaction(
  scope: Scope,
  movement: Movement,
): Stripe.BalanceTransaction {
  const { amount, fee, currency } = movement
  const transaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: scope.now + (movement.availableAtOnce ? 0 : TWO_DAYS),
    balance_type: 'payments',
    created: scope.now,
    currency,
    description: movement.description,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency,
              description: movement.category === 'dispute' ? 'Dispute fee' : 'Processing fee',
              type: 'stripe_fee',
            },
          ],
    net: amount - fee,
    reporting_category: movement.category,
    source: movement.source,
    status: movement.availableAtOnce ? 'available' : 'pending',
    type: movement.type,
  } satisfies Stripe.BalanceTransaction
  scope.tables.balanceTransactions.put(transaction)
  if (!movement.availableAtOnce) {
    scope.schedule('release_balance_transaction', transaction.id, TWO_DAYS)
  }
  return transaction
}
