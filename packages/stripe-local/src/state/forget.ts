import type { Database } from './database'

const DAY_SECONDS = 24 * 60 * 60

/**
 * Drops what no request can reach any more, so that the data file does not grow for ever:
 * idempotency keys after a day, and after 30 days events with the record of their deliveries.
 */
export function forgetOld(db: Database, now: number): void {
  const { idempotency, events, deliveries } = db.tables
  for (const row of idempotency.filter(({ createdAt }) => createdAt < now - DAY_SECONDS)) {
    idempotency.remove(row.id)
  }
  const old = new Set(
    events.filter(({ created }) => created < now - 30 * DAY_SECONDS).map(({ id }) => id),
  )
  for (const row of deliveries.filter(({ event }) => old.has(event))) deliveries.remove(row.id)
  for (const id of old) events.remove(id)
}
