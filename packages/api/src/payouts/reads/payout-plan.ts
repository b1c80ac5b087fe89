import type { DbOrTx } from '@archway/db/client'
import { type PlannedPayout, planPayout } from '../rules/plan-payout'
import { listPayable } from './payable'

/** What would be paid to a provider in a currency, and the payout that is open for it already. */
export type PayoutPlan = PlannedPayout & {
  providerId: string
  provider: string
  currency: string
  accountId: string | null
  openPayoutId: string | null
}

/**
 * What a run would do now, for all providers or some: the very plan that the run carries out. Reading it
 * changes nothing.
 */
export async function getPayoutPlan(
  db: DbOrTx,
  livemode: boolean,
  providerIds: readonly string[] | null,
  now: Date,
): Promise<PayoutPlan[]> {
  const payable = await listPayable(db, livemode, providerIds, now)
  const ids = [...new Set(payable.map(({ providerId }) => providerId))]
  const [accounts, open] = await Promise.all([
    db.providerAccount.findMany({
      where: { providerId: { in: ids }, livemode },
      orderBy: { createdAt: 'asc' },
      select: { id: true, providerId: true, state: true },
    }),
    db.payout.findMany({
      where: { providerId: { in: ids }, livemode, state: { in: ['due', 'blocked'] } },
      select: { id: true, providerId: true, currency: true, state: true },
    }),
  ])
  return payable.map(({ entries, ...row }) => {
    // The newest: a provider who disconnected one account may have opened another.
    const account = accounts.findLast(({ providerId }) => providerId === row.providerId) ?? null
    const payout = open.find(
      ({ providerId, currency }) => providerId === row.providerId && currency === row.currency,
    )
    return {
      ...row,
      ...planPayout(entries, row.currency, account, payout?.state === 'due'),
      accountId: account?.id ?? null,
      openPayoutId: payout?.id ?? null,
    }
  })
}
