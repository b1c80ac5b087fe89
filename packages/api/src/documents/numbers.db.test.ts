import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pollOpenOrders } from '../payments/commands/reconcile'
import { getMoneyHealth } from '../payments/reads/money-health'
import { orderTargetKey } from '../payments/rules/event-target'
import { expectNoGaps } from '../testing/documents'
import { makeOpenOrders } from '../testing/open-orders'
import { createWorld, type World } from '../testing/world'
import { writeDocument } from './commands/write-document'
import type { DueDocument } from './rules/due-documents'

let world: World
let orderIds: string[]
beforeAll(async () => {
  world = await createWorld()
  orderIds = await makeOpenOrders(world.db, 40, world.clock.now())
})
afterAll(() => world.close())

const buyer = {
  name: null,
  email: 'buyer@example.test',
  company: null,
  address: null,
  country: null,
  taxNumber: null,
}
const line = {
  orderLineId: '019a0000-0000-7000-8000-000000000000',
  title: 'A course',
  listMinor: 4900n,
  discountMinor: 0n,
  netMinor: 4900n,
  taxMinor: 0n,
  taxRateBps: null,
  taxName: null,
  taxCountry: null,
  taxReason: null,
  grossMinor: 4900n,
}
const saleOf = (orderId: string): DueDocument => ({
  kind: 'invoice',
  cause: 'sale',
  externalId: orderId,
  corrects: null,
  suppliedAt: world.clock.now(),
  lines: [line],
})

/** Writes an invoice in a transaction of its own, which is undone when `isUndone`. */
const write = (orderId: string, options: { livemode?: boolean; isUndone?: boolean } = {}) =>
  world.db.$transaction(async (tx) => {
    const order = { id: orderId, currency: 'USD', livemode: options.livemode ?? false }
    const written = await writeDocument(tx, world.deps, order, buyer, saleOf(orderId), null)
    if (options.isUndone) throw new Error('undone')
    return written
  })
const take = () => {
  const id = orderIds.pop()
  if (!id) throw new Error('no order left')
  return id
}
const refusedBy = (statement: Promise<unknown>) =>
  statement.then(
    () => 'allowed',
    (error: unknown) => String(error),
  )

describe('numbers of documents', () => {
  test('have no gap, whoever draws at once and whatever is undone', async () => {
    const ids = Array.from({ length: 24 }, take)
    const results = await Promise.allSettled(
      ids.map((id, index) => write(id, { isUndone: index % 3 === 1 })),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(16)
    expect(await world.db.document.count()).toBe(16)
    await expectNoGaps(world)
  })

  test('the same invoice twice at once is written once, and its number used once', async () => {
    const id = take()
    const results = await Promise.allSettled([write(id), write(id), write(id)])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    await expectNoGaps(world)
  })

  test('of live payments count by themselves', async () => {
    const { reference } = await write(take(), { livemode: true })
    expect(reference).toBe('ARC-INV-000001')
    await expectNoGaps(world)
  })

  test('go with times that do not run backwards', async () => {
    await write(take())
    world.clock.advanceSeconds(-3600)
    await write(take())
    world.clock.advanceSeconds(3600)
    await expectNoGaps(world)
  })
})

test('an order that was paid and has no invoice is seen, and asked about again', async () => {
  const orderId = take()
  const { db, deps, clock } = world
  await db.order.update({ where: { id: orderId }, data: { status: 'paid', paidAt: clock.now() } })
  const odd = async () => {
    const { uninvoiced } = await getMoneyHealth(db, false, clock.now())
    return uninvoiced.orders.map(({ id }) => id)
  }
  expect(await odd()).toEqual([orderId])
  clock.advanceSeconds(3600)
  await pollOpenOrders(deps)
  const target = await db.syncTarget.findUnique({ where: { key: orderTargetKey(orderId) } })
  expect(target?.dirtySeq).toBe(1n)
  await write(orderId)
  expect(await odd()).toEqual([])
})

describe('the database refuses', () => {
  test.each([
    ['to change a document', `update documents set total_minor = 1, net_minor = 1`],
    ['to delete one', `delete from documents`],
    ['to empty the table', `truncate documents cascade`],
    ['to set a series back', `update document_series set last_number = 0`],
    ['to jump', `update document_series set last_number = last_number + 2`],
    ['to drop a series', `delete from document_series`],
    ['to draw a number for nothing', `update document_series set last_number = last_number + 1`],
  ])('%s', async (_, sql) => {
    await write(take())
    expect(await refusedBy(world.db.$executeRawUnsafe(sql))).toMatch(
      /append-only|counts one by one|drawn for no document/,
    )
    await expectNoGaps(world)
  })

  test('lines that do not add up', async () => {
    const orderId = take()
    const written = world.db.$transaction((tx) =>
      writeDocument(
        tx,
        world.deps,
        { id: orderId, currency: 'USD', livemode: false },
        buyer,
        { ...saleOf(orderId), lines: [{ ...line, netMinor: 4899n }] },
        null,
      ),
    )
    expect(await refusedBy(written)).toMatch(/documents_total_check|do not add up/)
    await expectNoGaps(world)
  })

  test('a second sale of one order', async () => {
    const orderId = take()
    await write(orderId)
    const again = world.db.$transaction((tx) =>
      writeDocument(
        tx,
        world.deps,
        { id: orderId, currency: 'USD', livemode: false },
        buyer,
        { ...saleOf(orderId), externalId: 'another name' },
        null,
      ),
    )
    expect(await refusedBy(again)).toContain('Unique constraint')
  })
})
