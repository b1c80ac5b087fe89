import type { DbOrTx } from '@archway/db/client'

/** Currencies that orders were placed in, for the filter of the list. */
export async function listOrderCurrencies(db: DbOrTx): Promise<string[]> {
  const groups = await db.order.groupBy({ by: ['currency'], orderBy: { currency: 'asc' } })
  return groups.map((group) => group.currency)
}
