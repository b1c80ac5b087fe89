import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cancelOrder } from '../orders/commands/cancel-order'
import { expectInvariants, standing } from '../testing/books'
import { refusal } from '../testing/refusal'
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

async function underway() {
  const course = await shop.course(4900n)
  const order = await shop.checkOut(await shop.buyer(), [course.id])
  const { paymentIntent } = await shop.control.completeSessionByBank({ session: order.sessionId })
  return { ...order, course, paymentIntent: paymentIntent ?? '' }
}

describe('C. Payments that take days', () => {
  test('41 on its way → processing, nothing granted; it cannot be cancelled or doubled', async () => {
    const order = await underway()
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual({
      status: 'processing',
      review: null,
      grants: [],
      ledger: {},
    })
    expect(await refusal(cancelOrder(shop.deps, order.buyer, order))).toBe('order-not-open')
    expect(await refusal(shop.checkOut(order.buyer, [order.course.id]))).toBe('payment-processing')
  })

  test('42 → succeeded → paid, active', async () => {
    const order = await underway()
    await shop.settle()
    await shop.control.settlePayment({ paymentIntent: order.paymentIntent, outcome: 'succeeded' })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'paid',
      review: null,
      grants: ['active'],
    })
  })

  test('43 → failed → payment_failed, nothing granted, and it can be tried again', async () => {
    const order = await underway()
    await shop.settle()
    await shop.control.settlePayment({ paymentIntent: order.paymentIntent, outcome: 'failed' })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual({
      status: 'payment_failed',
      review: null,
      grants: [],
      ledger: {},
    })
    const again = await shop.checkOut(order.buyer, [order.course.id])
    await shop.pay(again)
    await shop.settle()
    expect(await standing(shop, again.orderId)).toMatchObject({ status: 'paid' })
  })

  test('44 async_succeeded delivered before completed → paid', async () => {
    const order = await underway()
    await shop.control.settlePayment({ paymentIntent: order.paymentIntent, outcome: 'succeeded' })
    const events = await shop.collect()
    for (const event of events.reverse()) {
      await shop.deliver(event)
      await shop.drain()
    }
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'paid',
      grants: ['active'],
    })
  })

  test('45 money after a cancellation → given back, nothing granted, review', async () => {
    const course = await shop.course(4900n)
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    // Stripe itself never lets both happen; here our side believes that the session was ended.
    await shop.db.stripeCommand.create({
      data: {
        kind: 'expire_session',
        orderId: order.orderId,
        params: { cause: 'cancelled' },
        state: 'done',
      },
    })
    await shop.pay(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual({
      status: 'cancelled',
      review: 'paid_after_cancel',
      grants: [],
      ledger: { processor_fees: 172, stripe_balance: -172 },
    })
  })
})
