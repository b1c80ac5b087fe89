import type { DbOrTx } from '@archway/db/client'
import type { AccountState } from '../states'

export type ProviderAccount = {
  providerId: string
  provider: string
  /** null: there is none yet */
  account: {
    id: string
    state: AccountState
    reason: string | null
    country: string | null
    hasDetails: boolean
    hasTaxId: boolean
    due: string[]
    dueBy: Date | null
    syncedAt: Date | null
  } | null
  /** whether the person may manage it: its owners */
  isOwner: boolean
}

/** The accounts of providers as Stripe last said they stand, each with the newest it has; for one person. */
export async function listAccounts(
  db: DbOrTx,
  livemode: boolean,
  providerIds: readonly string[],
  userId: string,
): Promise<ProviderAccount[]> {
  const rows = await db.provider.findMany({
    where: { id: { in: [...providerIds] } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      members: { where: { userId }, select: { role: true } },
      accounts: {
        where: { livemode },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: {
          id: true,
          state: true,
          reason: true,
          country: true,
          hasDetails: true,
          hasTaxId: true,
          due: true,
          dueBy: true,
          syncedAt: true,
        },
      },
    },
  })
  return rows.map(({ id, name, members, accounts }) => ({
    providerId: id,
    provider: name,
    account: accounts[0] ?? null,
    isOwner: members[0]?.role === 'owner',
  }))
}
