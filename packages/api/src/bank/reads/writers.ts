import type { DbOrTx } from '@archway/db/client'

/** Those who have written items, by name. */
export const listWriters = (db: DbOrTx): Promise<{ id: string; name: string | null }[]> =>
  db.user.findMany({
    where: { itemVersions: { some: {} } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
