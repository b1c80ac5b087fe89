import type { DbOrTx } from '@archway/db/client'

/** The time by which exams run: the database’s, the same for every process, and no browser’s. */
export async function databaseNow(db: DbOrTx): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`
  if (!row) throw new Error('the database does not tell the time')
  return row.now
}
