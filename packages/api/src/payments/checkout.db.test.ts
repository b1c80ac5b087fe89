import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { awaitReturn } from '../orders/commands/await-return'
import { cancelOrder } from '../orders/commands/cancel-order'
import { refundOrder } from '../orders/commands/refund-order'
import { startCheckout } from '../orders/commands/start-checkout'
import { expectInvariants, soldFor49, standing } from '../testing/books'
import { accessTo } from '../testing/cart'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { expireOrders } from './commands/reconcile'

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

describe('B. Checkout', () => {
  test('20 paid → paid, active, the whole amount, the provider its share', async () => {
    const course = await shop.course(4900n)
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    await shop.pay(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual({
      status: 'paid',
      review: null,
      grants: ['active'],
      ledger: soldFor49,
    })
    const enrolment = await shop.db.enrolment.findFirstOrThrow({
      where: { userId: order.buyer.userId, offeringId: course.id },
    })
    expect(enrolment.revisionId).toBe(course.currentRevisionId ?? enrolment.revisionId)
    expect(enrolment.revisionId).not.toBeNull()
    expect(await mailCount(`order-receipt:${order.orderId}`)).toBe(1)
  })

  test('20 a program opens its courses too, by one line, and takes them back together', async () => {
    const courses = [await shop.course(), await shop.course()]
    const program = await shop.program(
      courses.map((course) => course.id),
      9900n,
    )
    const order = await shop.checkOut(await shop.buyer(), [program.id])
    await shop.pay(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'paid',
      grants: ['active', 'active', 'active'],
    })
    expect(await shop.db.enrolment.count({ where: { userId: order.buyer.userId } })).toBe(3)
    await refundOrder(shop.deps, await shop.staff(), {
      orderId: order.orderId,
      requestId: shop.requestId(),
      reason: 'asked for it',
    })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'refunded',
      grants: ['revoked', 'revoked', 'revoked'],
    })
    expect(await shop.db.enrolment.count({ where: { userId: order.buyer.userId } })).toBe(3)
  })

  test.each(['21 webhook before redirect', '22 redirect before webhook'])(
    '%s → the same: one grant, one mail',
    async (name) => {
      const course = await shop.course(4900n)
      const order = await shop.checkOut(await shop.buyer(), [course.id])
      await shop.pay(order)
      if (name.startsWith('21')) await shop.settle()
      const page = await awaitReturn(shop.deps, order.buyer, order)
      expect(page.status).toBe('paid')
      await shop.settle()
      expect(await standing(shop, order.orderId)).toMatchObject({
        status: 'paid',
        grants: ['active'],
        ledger: soldFor49,
      })
      expect(await mailCount(`order-receipt:${order.orderId}`)).toBe(1)
    },
  )

  test('24 decline then success on one payment → paid once', async () => {
    const course = await shop.course(4900n)
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    await shop.pay(order, '4000000000000002')
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'awaiting_payment',
      grants: [],
      ledger: {},
    })
    await shop.pay(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'paid',
      grants: ['active'],
      ledger: soldFor49,
    })
    expect(await shop.db.stripeCharge.count({ where: { orderId: order.orderId } })).toBe(2)
  })

  test('25 abandoned → expired, nothing granted, and the way is free for another order', async () => {
    const course = await shop.course()
    const buyer = await shop.buyer()
    const order = await shop.checkOut(buyer, [course.id])
    shop.clock.advanceSeconds(61 * 60)
    expect(await expireOrders(shop.deps)).toBeGreaterThan(0)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'expired', grants: [] })
    const again = await shop.checkOut(buyer, [course.id])
    expect(again.orderId).not.toBe(order.orderId)
  })

  test('26 expire races pay → exactly one of them, never both', async () => {
    const outcomes = new Set<string>()
    for (let round = 0; round < 6; round += 1) {
      const course = await shop.course()
      const order = await shop.checkOut(await shop.buyer(), [course.id])
      const paying = () =>
        shop.pay(order).then(
          () => true,
          () => false,
        )
      const cancelling = () => refusal(cancelOrder(shop.deps, order.buyer, order))
      const [isPaid, verdict] =
        round % 2 === 0
          ? await Promise.all([paying(), cancelling()])
          : await Promise.all([cancelling(), paying()]).then(([a, b]) => [b, a] as const)
      await shop.settle()
      const end = await standing(shop, order.orderId)
      outcomes.add(end.status)
      if (isPaid) {
        expect(end).toMatchObject({ status: 'paid', grants: ['active'] })
        expect(verdict).toBe('order-already-paid')
      } else {
        expect(end).toMatchObject({ status: 'cancelled', grants: [], ledger: {} })
        expect(verdict).toBe('allowed')
      }
    }
    expect(outcomes.size).toBeGreaterThan(0)
  })

  test('38 already owned → refused before paying', async () => {
    const course = await shop.course()
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    await shop.pay(order)
    await shop.settle()
    const input = { items: accessTo(course.id), currency: 'USD' }
    expect(await refusal(startCheckout(shop.deps, order.buyer, input))).toBe('already-owned')
  })

  test('39 account closed before the money came → paid, held, review', async () => {
    const course = await shop.course()
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    await shop.db.user.update({
      where: { id: order.buyer.userId },
      data: { suspendedAt: shop.clock.now() },
    })
    await shop.pay(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'paid',
      review: 'account_closed',
      grants: ['suspended'],
    })
  })

  test('40 card-testing burst → limited, no session beyond the limit', async () => {
    const buyer = await shop.buyer()
    const before = (await shop.control.snapshot()).sessions.length
    const verdicts: string[] = []
    for (let attempt = 0; attempt < 25; attempt += 1) {
      const course = await shop.course()
      const input = { items: accessTo(course.id), currency: 'USD' }
      verdicts.push(await refusal(startCheckout(shop.deps, buyer, input)))
    }
    expect(verdicts.filter((verdict) => verdict === 'allowed')).toHaveLength(20)
    expect(verdicts.slice(20)).toEqual(Array.from({ length: 5 }, () => 'too-many-attempts'))
    expect((await shop.control.snapshot()).sessions).toHaveLength(before + 20)
  })
})
