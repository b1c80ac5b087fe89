import { randomUUID } from 'node:crypto'
import type { Tx } from '@archway/db/client'
import type { Claim } from '../../payments/commands/claim-target'
import { fetchTransfers } from '../../payments/commands/fetch-transfers'
import { markDirty } from '../../payments/commands/mark-dirty'
import { completeTarget, holdFence } from '../../payments/commands/settle-target'
import { accountTargetKey } from '../../payments/rules/event-target'
import type { TransferFact } from '../../payments/rules/facts'
import type { Deps } from '../../shared/deps'
import { derivePayout, derivePayoutPostings } from '../rules/derive-payout'
import { mailBlockedPayout, mailPayoutSent } from './payout-mails'

type SyncDeps = Pick<Deps, 'db' | 'clock' | 'stripe' | 'appUrl'>

/**
 * Brings a payout in line with Stripe: asks for its transfer and what was reversed of it with no transaction
 * open, then writes ledger and state under the fence of the claim. Safe to repeat: what is posted is keyed
 * by Stripe's ids.
 */
export async function syncPayout(deps: SyncDeps, claim: Claim, payoutId: string): Promise<void> {
  const transfers = await fetchTransfers(deps.stripe, payoutId)
  await deps.db.$transaction(async (tx) => {
    await holdFence(tx, claim)
    await projectPayout(tx, deps, payoutId, transfers)
    await tx.stripeEvent.updateMany({
      where: { id: { in: claim.eventIds }, state: 'queued' },
      data: { state: 'reconciled' },
    })
    await completeTarget(tx, claim, deps.clock.now())
  })
}

async function projectPayout(
  tx: Tx,
  deps: SyncDeps,
  payoutId: string,
  transfers: readonly TransferFact[],
): Promise<void> {
  await tx.$queryRaw`select 1 from payouts where id = ${payoutId}::uuid for update`
  const payout = await tx.payout.findUniqueOrThrow({
    where: { id: payoutId },
    include: {
      commands: { where: { kind: 'transfer' }, orderBy: { createdAt: 'desc' }, take: 1 },
      ledger: { select: { kind: true, externalId: true } },
    },
  })
  const posted = new Set(payout.ledger.map(({ kind, externalId }) => `${kind} ${externalId}`))
  const fresh = derivePayoutPostings(payout.providerId, transfers)
    .filter(({ kind, externalId }) => !posted.has(`${kind} ${externalId}`))
    .map((posting) => ({ id: randomUUID(), ...posting }))
  if (fresh.length > 0) {
    await tx.ledgerTransaction.createMany({
      data: fresh.map(({ entries, ...posting }) => ({
        ...posting,
        payoutId,
        livemode: payout.livemode,
      })),
    })
    await tx.ledgerEntry.createMany({
      data: fresh.flatMap(({ id, entries }) =>
        entries.map((entry) => ({ transactionId: id, ...entry })),
      ),
    })
  }
  const { transfer, ...derived } = derivePayout(payout, transfers, payout.commands[0] ?? null)
  const after = await tx.payout.update({
    where: { id: payoutId },
    data: {
      ...derived,
      ...(transfer
        ? {
            stripeTransferId: transfer.id,
            paymentId: transfer.paymentId,
            accountId: payout.accountId ?? transfer.accountId,
            sentAt: transfer.createdAt,
          }
        : {}),
    },
  })
  if (transfer) {
    await mailPayoutSent(tx, deps, after)
    // The account tells when it has paid the money out to the bank.
    if (payout.state === 'due')
      await markDirty(tx, accountTargetKey(transfer.accountId), deps.clock.now())
  } else if (after.state === 'blocked' && payout.state !== 'blocked') {
    await mailBlockedPayout(tx, deps, after)
  }
}
