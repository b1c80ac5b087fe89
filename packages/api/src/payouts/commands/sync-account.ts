import type { Tx } from '@archway/db/client'
import type { Claim } from '../../payments/commands/claim-target'
import { type FetchedAccount, fetchAccount } from '../../payments/commands/fetch-account'
import { completeTarget, holdFence } from '../../payments/commands/settle-target'
import type { Deps } from '../../shared/deps'
import { deriveAccount } from '../rules/derive-account'
import { deriveBank } from '../rules/derive-bank'
import { mailAccount, mailBankRefusal } from './payout-mails'

type SyncDeps = Pick<Deps, 'db' | 'clock' | 'stripe' | 'appUrl'>

/** Banks send money back within days; after this long a payout that arrived is settled. */
const settledAfterMs = 30 * 86_400_000

/**
 * Brings a provider's account in line with Stripe, and the payouts on it with what the bank made of them:
 * asks with no transaction open, writes under the fence of the claim. The ledger is not touched: what a
 * bank does with money that is on the account has left the platform's books. Safe to repeat.
 */
export async function syncAccount(deps: SyncDeps, claim: Claim, accountId: string): Promise<void> {
  const since = new Date(deps.clock.now().getTime() - settledAfterMs)
  const oldest = await deps.db.payout.aggregate({
    where: { accountId, OR: [{ state: 'sent' }, { sentAt: { gte: since } }] },
    _min: { sentAt: true },
  })
  const fetched = await fetchAccount(deps.stripe, accountId, oldest._min.sentAt)
  await deps.db.$transaction(async (tx) => {
    await holdFence(tx, claim)
    await projectAccount(tx, deps, accountId, fetched)
    await tx.stripeEvent.updateMany({
      where: { id: { in: claim.eventIds }, state: 'queued' },
      data: { state: 'reconciled' },
    })
    await completeTarget(tx, claim, deps.clock.now())
  })
}

async function projectAccount(
  tx: Tx,
  deps: SyncDeps,
  accountId: string,
  { account, bankPayouts }: FetchedAccount,
): Promise<void> {
  await tx.$queryRaw`select 1 from provider_accounts where id = ${accountId} for update`
  const before = await tx.providerAccount.findUniqueOrThrow({ where: { id: accountId } })
  const derived = deriveAccount(account)
  const {
    id: _id,
    disabledReason: _reason,
    ...facts
  } = account ?? {
    id: accountId,
    disabledReason: null,
    country: before.country,
    hasDetails: before.hasDetails,
    hasTaxId: before.hasTaxId,
    isTransferable: false,
    isPayable: false,
    due: [],
    dueBy: null,
  }
  const after = await tx.providerAccount.update({
    where: { id: accountId },
    data: { ...facts, ...derived, syncedAt: deps.clock.now() },
  })
  if (before.state !== after.state || before.reason !== after.reason) {
    await mailAccount(tx, deps, after)
  }
  const sent = await tx.payout.findMany({
    where: { accountId, state: { in: ['sent', 'paid', 'failed'] }, paymentId: { not: null } },
  })
  for (const payout of sent) {
    const standing = deriveBank(payout.paymentId ?? '', bankPayouts)
    const isSame =
      standing === null ||
      (standing.state === payout.state && standing.bankPayoutId === payout.bankPayoutId)
    if (isSame) continue
    await tx.payout.update({ where: { id: payout.id }, data: standing })
    if (standing.state === 'failed') await mailBankRefusal(tx, deps, payout, standing.bankPayoutId)
  }
}
