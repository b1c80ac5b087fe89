import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import { startCheckout } from '../orders/commands/start-checkout'
import { expectInvariants, soldFor49, standing } from '../testing/books'
import { accessTo } from '../testing/cart'
import { createShop, type Shop } from '../testing/shop'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

describe('B. Prices at checkout', () => {
  test('31 price raised mid-checkout → the price that was shown is honoured', async () => {
    const course = await shop.course(4900n)
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    await raisePrice(course.id, 5900n)
    await shop.pay(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'paid',
      ledger: soldFor49,
    })
  })

  test('31 price raised, checkout started again → the old session ends, the new price counts', async () => {
    const course = await shop.course(4900n)
    const buyer = await shop.buyer()
    const old = await shop.checkOut(buyer, [course.id])
    await raisePrice(course.id, 5900n)
    const fresh = await shop.checkOut(buyer, [course.id])
    expect(fresh.orderId).not.toBe(old.orderId)
    await expect(shop.pay(old)).rejects.toThrow('expired')
    await shop.pay(fresh)
    await shop.settle()
    expect(await standing(shop, old.orderId)).toMatchObject({ status: 'expired', review: null })
    const paid = await shop.db.order.findUniqueOrThrow({ where: { id: fresh.orderId } })
    expect(paid).toMatchObject({ status: 'paid', totalMinor: 5900n })
  })

  test.each([
    { name: 'amount', data: { taxMinor: 100n, totalMinor: 5000n } },
    { name: 'currency', data: { currency: 'EUR' } },
  ])('32 the session has another $name than the order → review, nothing granted', async (wrong) => {
    const course = await shop.course(4900n)
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    // An order cannot differ from its lines: the trigger is put aside for the test.
    await shop.db.$executeRaw`alter table orders disable trigger orders_sums`
    await shop.db.order.update({ where: { id: order.orderId }, data: wrong.data })
    await shop.pay(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual({
      status: 'processing',
      review: 'amount_mismatch',
      grants: [],
      ledger: { processor_fees: 172, stripe_balance: 4728, unapplied_payments: -4900 },
    })
    const { state } = await refundOrder(shop.deps, await shop.staff(), {
      orderId: order.orderId,
      requestId: shop.requestId(),
      reason: 'paid the wrong amount',
    })
    expect(state).toBe('done')
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual({
      status: 'refunded',
      review: null,
      grants: [],
      ledger: { processor_fees: 172, stripe_balance: -172 },
    })
  })

  test('33 free → access at once, and Stripe hears nothing', async () => {
    const course = await shop.course(0n)
    const buyer = await shop.buyer()
    const before = (await shop.control.snapshot()).sessions.length
    const result = await startCheckout(shop.deps, buyer, {
      items: accessTo(course.id),
      currency: 'USD',
    })
    expect(result).toEqual({ kind: 'enrolled', offeringIds: [course.id] })
    expect((await shop.control.snapshot()).sessions).toHaveLength(before)
    expect(await shop.db.order.count({ where: { userId: buyer.userId } })).toBe(0)
    expect(
      await shop.db.accessGrant.count({
        where: { userId: buyer.userId, sourceType: 'free', state: 'active' },
      }),
    ).toBe(1)
  })

  test.each([
    { currency: 'JPY', amountMinor: 500n },
    { currency: 'ISK', amountMinor: 120_000n },
    { currency: 'KWD', amountMinor: 12_340n },
  ])('34 $currency → exact minor units', async ({ currency, amountMinor }) => {
    const course = await shop.course(amountMinor, currency)
    const order = await shop.checkOut(await shop.buyer(), [course.id], currency)
    await shop.pay(order)
    await shop.settle()
    const end = await standing(shop, order.orderId)
    expect(end).toMatchObject({ status: 'paid', review: null, grants: ['active'] })
    const charge = await shop.db.stripeCharge.findFirstOrThrow({
      where: { orderId: order.orderId },
    })
    expect(charge).toMatchObject({ amountMinor, currency })
    expect((end.ledger.platform_revenue ?? 0) + (end.ledger.provider_payable ?? 0)).toBe(
      -Number(amountMinor),
    )
  })
})

async function raisePrice(offeringId: string, amountMinor: bigint): Promise<void> {
  await shop.db.price.updateMany({
    where: { offeringId, validTo: null },
    data: { validTo: new Date('2027-01-01T00:00:00Z') },
  })
  await shop.db.price.create({ data: { offeringId, currency: 'USD', amountMinor } })
}
