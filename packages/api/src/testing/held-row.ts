import { setTimeout as sleep } from 'node:timers/promises'
import type { Db, Tx } from '@archway/db/client'

const patienceMs = 10_000

/** Waits until a statement of this database waits for somebody else's lock. */
async function untilSomebodyWaits(db: Db): Promise<void> {
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    const [found] = await db.$queryRaw<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    if (found && found.waiting > 0) return
    if (performance.now() > giveUpAt) throw new Error('nobody waits for the lock')
    await sleep(5)
  }
}

/**
 * Lets one command fall behind another at a certain statement: `first` is started while `lock` holds
 * what it needs, `second` runs when it waits there, and then both come to their end. Returns both.
 */
export async function whileHeld<First, Second>(
  db: Db,
  lock: (tx: Tx) => Promise<unknown>,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<[First, Second]> {
  const [started, done] = await db.$transaction(
    async (tx) => {
      await lock(tx)
      // In an array, so that leaving the transaction does not wait for what waits for it.
      const running = [first()] as const
      await untilSomebodyWaits(db)
      return [running, await second()] as const
    },
    { timeout: 2 * patienceMs },
  )
  return [await started[0], done]
}
