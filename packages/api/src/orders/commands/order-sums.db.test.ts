import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCourse, makeProvider, makeUser } from '../../testing/factories'
import { createWorld } from '../../testing/world'

let world: Awaited<ReturnType<typeof createWorld>>
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

type Sums = { subtotal: bigint; discount: bigint }
type Line = { list: bigint; discount: bigint; amount: bigint }

async function write(order: Sums, lines: Line[]) {
  const { db } = world
  const [user, provider] = await Promise.all([makeUser(db), makeProvider(db)])
  const courses = await Promise.all(lines.map(() => makeCourse(db, { providerId: provider.id })))
  return await db.order.create({
    data: {
      userId: user.id,
      email: user.email,
      currency: 'USD',
      subtotalMinor: order.subtotal,
      discountMinor: order.discount,
      totalMinor: order.subtotal - order.discount,
      cartHash: randomUUID(),
      livemode: false,
      expiresAt: new Date(),
      lines: {
        create: lines.map((line, position) => ({
          position,
          offeringId: courses[position]?.offering.id ?? '',
          title: 'A course',
          listMinor: line.list,
          discountMinor: line.discount,
          amountMinor: line.amount,
          providerId: provider.id,
          shareBps: 7000,
          refundPromise: {},
        })),
      },
    },
  })
}

const lines = [
  { list: 4900n, discount: 490n, amount: 4410n },
  { list: 1000n, discount: 1000n, amount: 0n },
]

test('an order with discounts adds up, line by line and as a whole', async () => {
  await write({ subtotal: 5900n, discount: 1490n }, lines)
})

test('the database refuses a line that is not its list price less its discount', async () => {
  const order = { subtotal: 4900n, discount: 490n }
  const refused = [
    { list: 4900n, discount: 490n, amount: 4900n },
    { list: 4900n, discount: 5000n, amount: -100n },
    { list: 4900n, discount: -100n, amount: 5000n },
  ]
  for (const line of refused) await expect(write(order, [line])).rejects.toThrow(/check/)
})

test('the database refuses an order that is not the sum of its lines, then and later', async () => {
  const wrong = [
    { subtotal: 5901n, discount: 1490n },
    { subtotal: 5900n, discount: 1491n },
  ]
  for (const order of wrong) await expect(write(order, lines)).rejects.toThrow(/add up/)
  const { id } = await write({ subtotal: 5900n, discount: 1490n }, lines)
  const raise = world.db.order.update({
    where: { id },
    data: { subtotalMinor: 6900n, totalMinor: 5410n },
  })
  await expect(raise).rejects.toThrow(/add up/)
})
