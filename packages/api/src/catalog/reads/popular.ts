import type { DbOrTx } from '@archway/db/client'

/** Ids of the most popular published offerings that can be begun, most popular first. */
export async function listPopularIds(db: DbOrTx, count: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select offering_id as id from offering_search where is_listed and (retires_on is null or retires_on >= current_date)
    order by popularity desc, offering_id limit ${count}`
  return rows.map((row) => row.id)
}
