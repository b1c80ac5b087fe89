import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { availableIn } from '../balance/available'
import { postBalanceTransaction } from '../balance-transactions/post'
import { postToAccount } from '../balance-transactions/post-to-account'
import { change } from '../change'
import { requireAmount, shortOfMoney } from './create'

interface NewReversal {
  transfer: Stripe.Transfer
  /** everything that is left when undefined */
  amount: number | undefined
  metadata: Stripe.Metadata
}

/** Takes a transfer back, wholly or in part, as far as the balance of the account has it. */
export function reverseTransfer(scope: Scope, given: NewReversal): Stripe.TransferReversal {
  const { transfer } = given
  const { currency } = transfer
  const left = transfer.amount - transfer.amount_reversed
  const amount = given.amount ?? left
  requireAmount(amount, currency)
  if (amount > left) {
    throw invalidRequest(
      `The reversal (${amount}) is greater than what is left of the transfer (${left}).`,
      undefined,
      'amount',
    )
  }
  const account = String(transfer.destination)
  if (availableIn(scope, account, currency) < amount) throw shortOfMoney()
  const id = newId('trr')
  const refund = newId('pyr')
  const transaction = postBalanceTransaction(scope, {
    amount,
    fee: 0,
    currency,
    source: id,
    type: 'transfer_refund',
    category: 'transfer_reversal',
    description: `Reversal of ${transfer.id}`,
    availableAtOnce: true,
  })
  postToAccount(scope, {
    account,
    amount: -amount,
    currency,
    source: refund,
    type: 'payment_refund',
    category: 'refund',
    description: null,
  })
  const reversal = {
    id,
    object: 'transfer_reversal',
    amount,
    balance_transaction: transaction.id,
    created: scope.now,
    currency,
    destination_payment_refund: refund,
    metadata: given.metadata,
    source_refund: null,
    transfer: transfer.id,
  } satisfies Stripe.TransferReversal
  scope.tables.transferReversals.put(reversal)
  const { row, previous } = change(scope.tables.transfers, transfer, {
    amount_reversed: transfer.amount_reversed + amount,
    reversed: amount === left,
    reversals: { ...transfer.reversals, data: [reversal, ...transfer.reversals.data].slice(0, 10) },
  })
  scope.emit('transfer.reversed', row, previous)
  return reversal
}
