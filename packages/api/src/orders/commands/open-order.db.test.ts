import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../../testing/actors'
import { expectInvariants, standing } from '../../testing/books'
import { refusal } from '../../testing/refusal'
import { createShop, type Shop } from '../../testing/shop'
import { awaitReturn } from './await-return'
import { cancelOrder } from './cancel-order'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

describe('cancelOrder', () => {
  test('ends the session and the order; twice and at once is the same', async () => {
    const course = await shop.course()
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    const cancel = () => cancelOrder(shop.deps, order.buyer, order)
    const results = await Promise.all([cancel(), cancel()])
    expect(results.map((result) => result.status)).toEqual(['cancelled', 'cancelled'])
    expect(await cancel()).toMatchObject({ status: 'cancelled' })
    await expect(shop.pay(order)).rejects.toThrow('expired')
    expect(
      await shop.db.stripeCommand.count({
        where: { orderId: order.orderId, kind: 'expire_session' },
      }),
    ).toBe(1)
  })

  test('is for the buyer; to others the order does not exist', async () => {
    const course = await shop.course()
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    expect(await refusal(cancelOrder(shop.deps, await shop.buyer(), order))).toBe('not-found')
    expect(await refusal(cancelOrder(shop.deps, visitor, order))).toBe('not-found')
    expect(await refusal(cancelOrder(shop.deps, order.buyer, { orderId: shop.requestId() }))).toBe(
      'not-found',
    )
  })

  test('a paid order cannot be cancelled', async () => {
    const order = await shop.paidOrder()
    expect(await refusal(cancelOrder(shop.deps, order.buyer, order))).toBe('order-not-open')
  })

  test('while Stripe does not answer nothing is decided; the worker ends it later', async () => {
    const course = await shop.course()
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    await shop.control.injectFault({
      pathPrefix: `/v1/checkout/sessions/${order.sessionId}/expire`,
      kind: 'server_error',
    })
    expect(await refusal(cancelOrder(shop.impatient, order.buyer, order))).toBe(
      'payment-service-unavailable',
    )
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'awaiting_payment' })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'cancelled' })
  })
})

describe('awaitReturn', () => {
  test('shows one’s own order only, and only with its own session', async () => {
    const order = await shop.paidOrder()
    const ask = (actor: typeof order.buyer, sessionId?: string) =>
      refusal(awaitReturn(shop.deps, actor, { orderId: order.orderId, sessionId }))
    expect(await ask(order.buyer, order.sessionId)).toBe('allowed')
    expect(await ask(order.buyer)).toBe('allowed')
    expect(await ask(order.buyer, 'cs_test_another')).toBe('not-found')
    expect(await ask(await shop.buyer(), order.sessionId)).toBe('not-found')
  })

  test('from several tabs at once settles the order once', async () => {
    const course = await shop.course()
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    await shop.pay(order)
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => awaitReturn(shop.deps, order.buyer, order)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(4).fill('paid'))
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'paid',
      grants: ['active'],
    })
  })

  test('grants nothing by itself: an unpaid order stays unpaid', async () => {
    const course = await shop.course()
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    expect(await awaitReturn(shop.deps, order.buyer, order)).toMatchObject({
      status: 'awaiting_payment',
    })
    expect(await standing(shop, order.orderId)).toMatchObject({ grants: [] })
  })
})
