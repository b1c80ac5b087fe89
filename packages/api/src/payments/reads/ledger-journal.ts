import type { DbOrTx } from '@archway/db/client'
import type { JournalTransaction } from '../rules/journal'
import type { LedgerJournalInput } from '../schema'

/** Transactions that are in memory at a time. */
const pageSize = 500

/**
 * Part of the journal of a time, oldest first: the transactions after `after`, and where to go on, or
 * null when that was the last. Read by key, so that a long journal costs no more per part than a
 * short one and what is posted meanwhile moves nothing.
 */
export async function listJournal(
  db: DbOrTx,
  livemode: boolean,
  { from, to, after }: LedgerJournalInput,
): Promise<{ transactions: JournalTransaction[]; next: LedgerJournalInput['after'] | null }> {
  const rows = await db.ledgerTransaction.findMany({
    where: {
      livemode,
      occurredAt: { gte: from, lt: to },
      ...(after
        ? {
            OR: [
              { occurredAt: { gt: after.occurredAt } },
              { occurredAt: after.occurredAt, id: { gt: after.id } },
            ],
          }
        : {}),
    },
    orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
    take: pageSize,
    select: {
      id: true,
      kind: true,
      externalId: true,
      occurredAt: true,
      postedAt: true,
      order: { select: { number: true } },
      entries: {
        orderBy: { id: 'asc' },
        select: { id: true, account: true, ownerId: true, currency: true, amountMinor: true },
      },
    },
  })
  const ownerIds = rows.flatMap((row) => row.entries.flatMap((entry) => entry.ownerId ?? []))
  const owners = await db.provider.findMany({
    where: { id: { in: [...new Set(ownerIds)] } },
    select: { id: true, slug: true, name: true },
  })
  const ownerOf = (id: string | null) => owners.find((owner) => owner.id === id) ?? null
  const last = rows.at(-1)
  return {
    transactions: rows.map(({ order, entries, ...row }) => ({
      ...row,
      journalNo: entries[0]?.id ?? 0n,
      orderNumber: order?.number ?? null,
      entries: entries.map(({ id, ownerId, ...entry }) => ({ ...entry, owner: ownerOf(ownerId) })),
    })),
    next: last && rows.length === pageSize ? { occurredAt: last.occurredAt, id: last.id } : null,
  }
}
