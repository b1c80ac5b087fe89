import { randomUUID } from 'node:crypto'
import type { Tx } from '@archway/db/client'
import type { AllocatedRefund } from '../rules/allocate-refund'
import { derivePostings } from '../rules/derive-postings'
import type { StripeFacts } from '../rules/facts'
import { postingsOf } from '../rules/posted-ledger'
import type { LoadedOrder } from './load-order'

/**
 * Adds to the ledger what Stripe's facts call for and what is not there yet. Posting an object twice
 * violates the unique key (kind, external id) and rolls the whole commit back.
 */
export async function postLedger(
  tx: Tx,
  order: LoadedOrder,
  facts: StripeFacts,
  refunds: readonly AllocatedRefund[],
  { isUnapplied, now }: { isUnapplied: boolean; now: Date },
): Promise<void> {
  const postings = derivePostings({
    lines: order.lines,
    facts,
    allocations: new Map(refunds.map((refund) => [refund.id, refund.allocations])),
    posted: postingsOf(order),
    isUnapplied,
    now,
  }).map((posting) => ({ id: randomUUID(), ...posting }))
  if (postings.length === 0) return
  await tx.ledgerTransaction.createMany({
    data: postings.map(({ entries, ...posting }) => ({
      ...posting,
      orderId: order.id,
      livemode: order.livemode,
    })),
  })
  await tx.ledgerEntry.createMany({
    data: postings.flatMap((posting) =>
      posting.entries.map((entry) => ({ transactionId: posting.id, ...entry })),
    ),
  })
}
