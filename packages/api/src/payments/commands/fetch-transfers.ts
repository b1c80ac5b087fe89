import type Stripe from 'stripe'
import { transferGroupOf } from '../rules/event-target'
import type { TransferFact } from '../rules/facts'
import { idOf, toBalance } from './read-stripe'

/**
 * Asks Stripe what was transferred for a payout and what of it was reversed, lists to their last page.
 * Opens no transaction.
 */
export async function fetchTransfers(stripe: Stripe, payoutId: string): Promise<TransferFact[]> {
  const facts: TransferFact[] = []
  const list = stripe.transfers.list({
    transfer_group: transferGroupOf(payoutId),
    limit: 100,
    expand: ['data.balance_transaction'],
  })
  for await (const transfer of list) {
    const fact: TransferFact = {
      id: transfer.id,
      accountId: destinationOf(transfer),
      paymentId: idOf(transfer.destination_payment),
      createdAt: new Date(transfer.created * 1000),
      balance: toBalance(transfer.balance_transaction),
      reversals: [],
    }
    const reversals = stripe.transfers.listReversals(transfer.id, {
      limit: 100,
      expand: ['data.balance_transaction'],
    })
    for await (const reversal of reversals) {
      fact.reversals.push({
        id: reversal.id,
        amountMinor: BigInt(reversal.amount),
        balance: toBalance(reversal.balance_transaction),
      })
    }
    facts.push(fact)
  }
  return facts
}

const destinationOf = ({ destination }: Stripe.Transfer): string => idOf(destination) ?? ''
