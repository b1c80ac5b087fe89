import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startCheckout } from '../orders/commands/start-checkout'
import { expectInvariants, standing } from '../testing/books'
import { accessTo } from '../testing/cart'
import { createShop, type Shop } from '../testing/shop'
import { syncOrder } from './commands/sync-target'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

const mailCount = (key: string) => shop.db.mailMessage.count({ where: { key } })

const sessionsOf = async (orderId: string) =>
  (await shop.control.snapshot()).sessions.filter((s) => s.client_reference_id === orderId)

describe('B. The same thing bought twice', () => {
  test('27 double click → one order, one session', async () => {
    const course = await shop.course()
    const buyer = await shop.buyer()
    const input = { items: accessTo(course.id), currency: 'USD' }
    const results = await Promise.all(
      Array.from({ length: 5 }, () => startCheckout(shop.deps, buyer, input)),
    )
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    const orders = await shop.db.order.findMany({ where: { userId: buyer.userId } })
    expect(orders).toHaveLength(1)
    expect(await sessionsOf(orders[0]!.id)).toHaveLength(1)
  })

  test('28 two tabs both paid → one active, the second duplicate and given back', async () => {
    const [one, two] = [await shop.course(4900n), await shop.course(9900n)]
    const buyer = await shop.buyer()
    const single = await shop.checkOut(buyer, [one.id])
    const both = await shop.checkOut(buyer, [one.id, two.id])
    await shop.pay(both)
    await shop.pay(single)
    await syncFirst(both.orderId)
    await shop.settle()
    expect(await standing(shop, both.orderId)).toMatchObject({
      status: 'paid',
      grants: ['active', 'active'],
    })
    expect(await standing(shop, single.orderId)).toEqual({
      status: 'duplicate',
      review: null,
      grants: [],
      ledger: { processor_fees: 172, stripe_balance: -172 },
    })
    expect(await mailCount(`order-receipt:${single.orderId}`)).toBe(0)
  })

  test('28 the second contains more → only what was bought twice is given back', async () => {
    const [one, two] = [await shop.course(4900n), await shop.course(9900n)]
    const buyer = await shop.buyer()
    const single = await shop.checkOut(buyer, [one.id])
    const both = await shop.checkOut(buyer, [one.id, two.id])
    await shop.pay(both)
    await shop.pay(single)
    await syncFirst(single.orderId)
    await shop.settle()
    expect(await standing(shop, single.orderId)).toMatchObject({ status: 'paid' })
    const end = await standing(shop, both.orderId)
    expect(end).toMatchObject({ status: 'partially_refunded', review: null, grants: ['active'] })
    expect(end.ledger.provider_payable).toBe(-6930)
  })

  test('28 both at the same time → one of them', async () => {
    const [one, two] = [await shop.course(4900n), await shop.course(9900n)]
    const buyer = await shop.buyer()
    const single = await shop.checkOut(buyer, [one.id])
    const both = await shop.checkOut(buyer, [one.id, two.id])
    await shop.pay(both)
    await shop.pay(single)
    await shop.deliverAll(await shop.collect())
    await Promise.all([syncOrder(shop.deps, single.orderId), syncOrder(shop.deps, both.orderId)])
    await shop.settle()
    const live = await shop.db.accessGrant.count({
      where: { userId: buyer.userId, offeringId: one.id, state: 'active' },
    })
    expect(live).toBe(1)
  })

  test('28 paying one ends the other checkouts of the same thing', async () => {
    const [one, two] = [await shop.course(), await shop.course()]
    const buyer = await shop.buyer()
    const single = await shop.checkOut(buyer, [one.id])
    const both = await shop.checkOut(buyer, [one.id, two.id])
    await shop.pay(single)
    await shop.settle()
    expect(await standing(shop, both.orderId)).toMatchObject({ status: 'expired', grants: [] })
  })
})

/** Webhooks have come for all, but this order's worker is the first. */
async function syncFirst(orderId: string): Promise<void> {
  await shop.deliverAll(await shop.collect())
  expect(await syncOrder(shop.deps, orderId)).toBe('synced')
}
