import { randomUUID } from 'node:crypto'
import type { Db } from '@archway/db/client'
import { sha256 } from '../shared/hash'
import { makeCourse, makeProvider } from './factories'

const terms = { version: 1, days: 14, belowPercent: 30 }

/**
 * Many unpaid orders at once, each of a buyer of its own, over one course at USD 49.00, straight into
 * the database: for tests that run hundreds of cases. Returns the ids of the orders.
 */
export async function makeOpenOrders(db: Db, count: number, now: Date): Promise<string[]> {
  const provider = await makeProvider(db, { shareBps: 7000 })
  const { offering } = await makeCourse(db, { providerId: provider.id })
  const rows = Array.from({ length: count }, () => ({
    orderId: randomUUID(),
    userId: randomUUID(),
  }))
  await db.user.createMany({
    data: rows.map(({ userId }) => ({ id: userId, email: `${userId}@example.test` })),
  })
  await db.order.createMany({
    data: rows.map(({ orderId, userId }) => ({
      id: orderId,
      userId,
      email: `${userId}@example.test`,
      currency: 'USD',
      subtotalMinor: 4900n,
      totalMinor: 4900n,
      cartHash: sha256(offering.id),
      livemode: false,
      expiresAt: new Date(now.getTime() + 3_600_000),
      createdAt: now,
    })),
  })
  await db.orderLine.createMany({
    data: rows.map(({ orderId }) => ({
      orderId,
      position: 0,
      offeringId: offering.id,
      title: offering.title,
      listMinor: 4900n,
      amountMinor: 4900n,
      providerId: provider.id,
      shareBps: 7000,
      refundPromise: terms,
    })),
  })
  return rows.map((row) => row.orderId)
}

/** Runs the cases a few at a time; the first failure ends it. */
export async function inLanes<Case>(
  cases: readonly Case[],
  lanes: number,
  run: (item: Case, index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < cases.length) {
      const index = next
      next += 1
      const item = cases[index]
      if (item !== undefined) await run(item, index)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
