import type Stripe from 'stripe'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'

interface AccountMovement {
  account: string
  amount: number
  currency: string
  source: string
  type: Stripe.BalanceTransaction.Type
  category: string
  description: string | null
}

/** Records one movement on the balance of a connected account, available at once and without a fee. */
export function postToAccount(scope: Scope, movement: AccountMovement): Stripe.BalanceTransaction {
  const { account, amount, currency, source, type, category, description } = movement
  const transaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: scope.now,
    balance_type: 'payments',
    created: scope.now,
    currency,
    description,
    exchange_rate: null,
    fee: 0,
    fee_details: [],
    net: amount,
    reporting_category: category,
    source,
    status: 'available',
    type,
  } satisfies Stripe.BalanceTransaction
  scope.tables.accountMovements.put({ id: transaction.id, account, payout: null, transaction })
  return transaction
}
