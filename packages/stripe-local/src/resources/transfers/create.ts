import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import { amountProblem } from '../../money/currencies'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { requireAccount } from '../accounts/change'
import { availableIn } from '../balance/available'
import { postBalanceTransaction } from '../balance-transactions/post'
import { postToAccount } from '../balance-transactions/post-to-account'

interface NewTransfer {
  amount: number
  currency: string
  destination: string
  description: string | null
  metadata: Stripe.Metadata
  transferGroup: string | null
}

/** Moves money from the platform's available balance to a connected account, at once. */
export function createTransfer(scope: Scope, given: NewTransfer): Stripe.Transfer {
  const { amount, currency } = given
  const account = requireAccount(scope, given.destination, 'destination')
  if (account.capabilities?.transfers !== 'active') {
    throw invalidRequest(
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      'insufficient_capabilities_for_transfer',
    )
  }
  requireAmount(amount, currency)
  if (availableIn(scope, null, currency) < amount) throw shortOfMoney()
  const id = newId('tr')
  const payment = newId('py')
  const movement = { currency, description: given.description }
  const transaction = postBalanceTransaction(scope, {
    ...movement,
    amount: -amount,
    fee: 0,
    source: id,
    type: 'transfer',
    category: 'transfer',
    availableAtOnce: true,
  })
  postToAccount(scope, {
    ...movement,
    account: account.id,
    amount,
    source: payment,
    type: 'payment',
    category: 'charge',
  })
  const transfer = {
    id,
    object: 'transfer',
    amount,
    amount_reversed: 0,
    balance_transaction: transaction.id,
    created: scope.now,
    currency,
    description: given.description,
    destination: account.id,
    destination_payment: payment,
    livemode: false,
    metadata: given.metadata,
    reversals: {
      object: 'list',
      data: [],
      has_more: false,
      url: `/v1/transfers/${id}/reversals`,
    },
    reversed: false,
    source_transaction: null,
    source_type: 'card',
    transfer_group: given.transferGroup,
  } satisfies Stripe.Transfer
  scope.tables.transfers.put(transfer)
  scope.emit('transfer.created', transfer)
  if (scope.config.settleAfterSeconds !== null) {
    scope.schedule('pay_out_account', account.id, scope.config.settleAfterSeconds)
  }
  return transfer
}

export function requireAmount(amount: number, currency: string): void {
  if (amount < 1) {
    throw invalidRequest('The amount must be at least 1.', 'parameter_invalid_integer', 'amount')
  }
  const problem = amountProblem(amount, currency)
  if (problem) throw invalidRequest(problem, 'parameter_invalid_integer', 'amount')
}

/** The one code for both directions: the balance that the money would come from does not hold it. */
export const shortOfMoney = () =>
  invalidRequest('You have insufficient available funds for this.', 'balance_insufficient')
