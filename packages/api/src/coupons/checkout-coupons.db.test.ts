import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cancelOrder } from '../orders/commands/cancel-order'
import { refundOrder } from '../orders/commands/refund-order'
import { startCheckout } from '../orders/commands/start-checkout'
import { requireOrderDetail } from '../orders/reads/order-detail'
import { expireOrders } from '../payments/commands/reconcile'
import { timesAtOnce } from '../testing/at-once'
import { expectInvariants, standing } from '../testing/books'
import { accessTo } from '../testing/cart'
import { amounts, couponStanding, makeCoupon } from '../testing/coupons'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(() => expectInvariants(shop))

const half = { percentBps: 5000 }
const all = { percentBps: 10_000 }

describe('buying with a code', () => {
  test('20 paid → the discounted amount, redeemed, the provider its share of the list price: the platform gave the coupon', async () => {
    const [one, two] = [await shop.course(4900n), await shop.course(2900n)]
    const coupon = await makeCoupon(shop.db)
    const buyer = await shop.buyer()
    const order = await shop.checkOut(buyer, [one.id, two.id], 'USD', [coupon.code])
    expect(await couponStanding(shop.db, coupon.id)).toMatchObject({ reserved: 1, redeemed: 0 })
    await shop.pay(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'paid',
      grants: ['active', 'active'],
      ledger: { provider_payable: -(3430 + 2030) },
    })
    expect(await couponStanding(shop.db, coupon.id)).toEqual({
      reserved: 0,
      redeemed: 1,
      states: ['redeemed'],
    })
    const detail = await requireOrderDetail(shop.db, buyer.userId, order.orderId, shop.clock.now())
    expect(detail).toMatchObject({
      subtotalMinor: 7800n,
      discountMinor: 780n,
      totalMinor: 7020n,
      coupons: [{ code: coupon.code, name: 'A tenth off', amountMinor: 780n }],
      lines: [
        { listMinor: 4900n, discountMinor: 490n, amountMinor: 4410n },
        { listMinor: 2900n, discountMinor: 290n, amountMinor: 2610n },
      ],
    })
    const receipt = await shop.db.mailMessage.findFirstOrThrow({
      where: { key: `order-receipt:${order.orderId}` },
    })
    expect(receipt.params).toMatchObject({
      discount: { subtotal: '$78', amount: '-$7.80' },
      total: '$70.20',
    })
  })

  test.each([
    { currency: 'JPY', price: 7500n, total: 6000 },
    { currency: 'KWD', price: 15_250n, total: 13_750 },
    { currency: 'ISK', price: 690_000n, total: 540_000 },
  ])('34 an amount off in $currency → exact minor units', async ({ currency, price, total }) => {
    const course = await shop.course(price, currency)
    const off = amounts({ JPY: 1500n, KWD: 1500n, ISK: 150_000n })
    const coupon = await makeCoupon(shop.db, off)
    const order = await shop.checkOut(await shop.buyer(), [course.id], currency, [coupon.code])
    await shop.pay(order)
    await shop.settle()
    const { charges } = await shop.db.order.findUniqueOrThrow({
      where: { id: order.orderId },
      include: { charges: true },
    })
    expect(charges.map((charge) => [Number(charge.amountMinor), charge.currency])).toEqual([
      [total, currency],
    ])
  })

  test('coupons that can be combined: both are redeemed, each with what it took', async () => {
    const course = await shop.course(10_000n)
    const ten = await makeCoupon(shop.db, { isCombinable: true })
    const five = await makeCoupon(shop.db, { ...amounts({ USD: 500n }), isCombinable: true })
    const codes = [five.code, ten.code]
    const order = await shop.checkOut(await shop.buyer(), [course.id], 'USD', codes)
    await shop.pay(order)
    await shop.settle()
    const redemptions = await shop.db.couponRedemption.findMany({
      where: { orderId: order.orderId },
      orderBy: { position: 'asc' },
    })
    expect(redemptions.map((row) => [row.couponId, Number(row.amountMinor), row.state])).toEqual([
      [ten.id, 1000, 'redeemed'],
      [five.id, 500, 'redeemed'],
    ])
  })

  test('a refused code ends the checkout with its reason, and nothing is written', async () => {
    const [course, other] = [await shop.course(), await shop.course()]
    const buyer = await shop.buyer()
    const start = (code: string) =>
      refusal(
        startCheckout(shop.deps, buyer, {
          items: accessTo(course.id),
          currency: 'USD',
          codes: [code],
        }),
      )
    const tomorrow = new Date(shop.clock.now().getTime() + 86_400_000)
    const elsewhere = {
      scope: 'offerings',
      offerings: { create: { offeringId: other.id } },
    } as const
    expect(await start('NO-SUCH-CODE')).toBe('coupon-unknown')
    const coded = async (data: Parameters<typeof makeCoupon>[1]) =>
      await start((await makeCoupon(shop.db, data)).code)
    expect(await coded({ startsAt: tomorrow })).toBe('coupon-not-started')
    expect(await coded({ endsAt: shop.clock.now() })).toBe('coupon-ended')
    expect(await coded({ endedAt: shop.clock.now() })).toBe('coupon-ended')
    expect(await coded(elsewhere)).toBe('coupon-not-for-these')
    expect(await coded(amounts({ EUR: 500n }))).toBe('coupon-other-currency')
    expect(await coded({ percentBps: 9999 })).toBe('coupon-total-too-small')
    expect(await shop.db.order.count({ where: { userId: buyer.userId } })).toBe(0)
  })

  test('a topic covers what lies below it, a provider all that is theirs', async () => {
    const parent = await shop.db.topic.create({ data: { slug: shop.requestId(), name: 'AI' } })
    const child = await shop.db.topic.create({
      data: { slug: shop.requestId(), name: 'Vision', parentId: parent.id },
    })
    const [inside, outside] = [await shop.course(), await shop.course()]
    await shop.db.offeringTopic.create({ data: { offeringId: inside.id, topicId: child.id } })
    const topic = { scope: 'topics', topics: { create: { topicId: parent.id } } } as const
    const provider = {
      scope: 'providers',
      providers: { create: { providerId: inside.providerId } },
    } as const
    for (const scope of [topic, provider]) {
      const { code } = await makeCoupon(shop.db, scope)
      const cart = { items: accessTo(inside.id, outside.id), currency: 'USD', codes: [code] }
      const buyer = await shop.buyer()
      const result = await startCheckout(shop.deps, buyer, cart)
      if (result.kind !== 'redirect') throw new Error('expected a session')
      const lines = await shop.db.orderLine.findMany({
        where: { orderId: result.orderId },
        orderBy: { position: 'asc' },
      })
      expect(lines.map((line) => Number(line.discountMinor))).toEqual([490, 0])
    }
  })

  test('another code ends the old session, and the same one goes back to it', async () => {
    const course = await shop.course()
    const coupon = await makeCoupon(shop.db, { totalLimit: 1 })
    const buyer = await shop.buyer()
    const plain = await shop.checkOut(buyer, [course.id])
    const coded = await shop.checkOut(buyer, [course.id], 'USD', [coupon.code])
    expect(coded.orderId).not.toBe(plain.orderId)
    await expect(shop.pay(plain)).rejects.toThrow('expired')
    const again = await shop.checkOut(buyer, [course.id], 'USD', [coupon.code])
    expect(again.orderId).toBe(coded.orderId)
    const without = await shop.checkOut(buyer, [course.id])
    expect(without.orderId).not.toBe(coded.orderId)
    await expect(shop.pay(coded)).rejects.toThrow('expired')
    expect(await couponStanding(shop.db, coupon.id)).toMatchObject({ reserved: 0, redeemed: 0 })
  })

  test('guessing is limited, and then right codes are not looked at either', async () => {
    const course = await shop.course()
    const { code } = await makeCoupon(shop.db)
    const buyer = await shop.buyer()
    const start = (codes: string[]) =>
      refusal(
        startCheckout(shop.deps, buyer, { items: accessTo(course.id), currency: 'USD', codes }),
      )
    for (let guess = 0; guess < 10; guess += 1) {
      expect(await start([`GUESS-${guess}`])).toBe('coupon-unknown')
    }
    expect(await start([code])).toBe('too-many-attempts')
    expect(await start([])).toBe('allowed')
  })
})

describe('a total of zero', () => {
  test('33 free (100 % coupon) → paid, active, 0, a receipt and no Stripe call', async () => {
    const course = await shop.course(4900n)
    const coupon = await makeCoupon(shop.db, all)
    const buyer = await shop.buyer()
    const sessions = (await shop.control.snapshot()).sessions.length
    const result = await startCheckout(shop.deps, buyer, {
      items: accessTo(course.id),
      currency: 'USD',
      codes: [coupon.code],
    })
    if (result.kind !== 'settled') throw new Error('expected a settled order')
    expect(await standing(shop, result.orderId)).toEqual({
      status: 'paid',
      review: null,
      grants: ['active'],
      ledger: {},
    })
    expect(await couponStanding(shop.db, coupon.id)).toMatchObject({ redeemed: 1 })
    expect((await shop.control.snapshot()).sessions.length).toBe(sessions)
    expect(await shop.db.stripeCommand.count({ where: { orderId: result.orderId } })).toBe(0)
    const receipts = await shop.db.mailMessage.findMany({
      where: { key: `order-receipt:${result.orderId}` },
    })
    expect(receipts).toMatchObject([{ documentIds: [], params: { hasInvoice: false } }])
    expect(await shop.db.document.count({ where: { orderId: result.orderId } })).toBe(0)
  })

  test('33 clicked several times at once → one order, and every click gets to it', async () => {
    const course = await shop.course()
    const coupon = await makeCoupon(shop.db, { ...all, perPersonLimit: 1 })
    const buyer = await shop.buyer()
    const cart = { items: accessTo(course.id), currency: 'USD', codes: [coupon.code] }
    const outcomes = await timesAtOnce(4, () => startCheckout(shop.deps, buyer, cart))
    expect(outcomes).toEqual(['allowed', 'allowed', 'allowed', 'allowed'])
    expect(await shop.db.order.count({ where: { userId: buyer.userId } })).toBe(1)
  })

  test('has nothing to refund', async () => {
    const course = await shop.course()
    const coupon = await makeCoupon(shop.db, all)
    const cart = { items: accessTo(course.id), currency: 'USD', codes: [coupon.code] }
    const result = await startCheckout(shop.deps, await shop.buyer(), cart)
    if (result.kind !== 'settled') throw new Error('expected a settled order')
    const refund = { orderId: result.orderId, requestId: shop.requestId(), reason: 'asked for' }
    expect(await refusal(refundOrder(shop.deps, await shop.staff(), refund))).toBe('not-paid')
  })
})

describe('uses', () => {
  test('25 abandoned → expired, and the coupon is free again', async () => {
    const course = await shop.course()
    const coupon = await makeCoupon(shop.db, { totalLimit: 1 })
    const order = await shop.checkOut(await shop.buyer(), [course.id], 'USD', [coupon.code])
    const other = await shop.buyer()
    const cart = { items: accessTo(course.id), currency: 'USD', codes: [coupon.code] }
    expect(await refusal(startCheckout(shop.deps, other, cart))).toBe('coupon-used-up')
    shop.clock.advanceSeconds(61 * 60)
    expect(await expireOrders(shop.deps)).toBeGreaterThan(0)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'expired' })
    expect(await couponStanding(shop.db, coupon.id)).toEqual({
      reserved: 0,
      redeemed: 0,
      states: ['released'],
    })
    expect(await refusal(startCheckout(shop.deps, other, cart))).toBe('allowed')
  })

  test('35 the last use, wanted by two at once → one discounted, the other is told', async () => {
    const course = await shop.course()
    for (let round = 0; round < 5; round += 1) {
      const coupon = await makeCoupon(shop.db, { ...half, totalLimit: 1 })
      const cart = { items: accessTo(course.id), currency: 'USD', codes: [coupon.code] }
      const buyers = await Promise.all([shop.buyer(), shop.buyer(), shop.buyer()])
      const outcomes = await Promise.all(
        buyers.map((buyer) => refusal(startCheckout(shop.deps, buyer, cart))),
      )
      expect(outcomes.sort()).toEqual(['allowed', 'coupon-used-up', 'coupon-used-up'])
      expect(await couponStanding(shop.db, coupon.id)).toMatchObject({ reserved: 1 })
    }
  })

  test('35 the same with the last single-use code and with nothing to pay', async () => {
    const course = await shop.course()
    const coupon = await makeCoupon(shop.db, all, { isSingleUse: true })
    const cart = { items: accessTo(course.id), currency: 'USD', codes: [coupon.code] }
    const buyers = await Promise.all([shop.buyer(), shop.buyer(), shop.buyer()])
    const outcomes = await Promise.all(
      buyers.map((buyer) => refusal(startCheckout(shop.deps, buyer, cart))),
    )
    expect(outcomes.sort()).toEqual(['allowed', 'coupon-used-up', 'coupon-used-up'])
  })

  test('36 freed after failure and after cancelling', async () => {
    const course = await shop.course()
    const coupon = await makeCoupon(shop.db, { totalLimit: 1 })
    const buyer = await shop.buyer()
    const failed = await shop.checkOut(buyer, [course.id], 'USD', [coupon.code])
    const { paymentIntent } = await shop.control.completeSessionByBank({
      session: failed.sessionId,
    })
    await shop.settle()
    expect(await couponStanding(shop.db, coupon.id)).toMatchObject({ states: ['reserved'] })
    await shop.control.settlePayment({ paymentIntent: paymentIntent ?? '', outcome: 'failed' })
    await shop.settle()
    expect(await standing(shop, failed.orderId)).toMatchObject({ status: 'payment_failed' })
    expect(await couponStanding(shop.db, coupon.id)).toMatchObject({ states: ['released'] })
    const second = await shop.checkOut(buyer, [course.id], 'USD', [coupon.code])
    await cancelOrder(shop.deps, buyer, { orderId: second.orderId })
    expect(await couponStanding(shop.db, coupon.id)).toMatchObject({
      reserved: 0,
      redeemed: 0,
      states: ['released', 'released'],
    })
  })

  test('a person has theirs once, and is told which of their orders holds it', async () => {
    const [one, two] = [await shop.course(), await shop.course()]
    const coupon = await makeCoupon(shop.db, { perPersonLimit: 1 })
    const buyer = await shop.buyer()
    const start = (offeringId: string) =>
      startCheckout(shop.deps, buyer, {
        items: accessTo(offeringId),
        currency: 'USD',
        codes: [coupon.code],
      })
    const order = await shop.checkOut(buyer, [one.id], 'USD', [coupon.code])
    expect(await refusal(start(two.id))).toBe('coupon-held-by-you')
    await shop.pay(order)
    await shop.settle()
    expect(await refusal(start(two.id))).toBe('coupon-used-by-you')
    const other = await shop.checkOut(await shop.buyer(), [two.id], 'USD', [coupon.code])
    expect(other.orderId).not.toBe(order.orderId)
  })

  test('two carts of one person at once share one use', async () => {
    const [one, two] = [await shop.course(), await shop.course()]
    const coupon = await makeCoupon(shop.db, { perPersonLimit: 1 })
    const buyer = await shop.buyer()
    const outcomes = await Promise.all(
      [one, two].map(({ id }) =>
        refusal(
          startCheckout(shop.deps, buyer, {
            items: accessTo(id),
            currency: 'USD',
            codes: [coupon.code],
          }),
        ),
      ),
    )
    expect(outcomes.sort()).toEqual(['allowed', 'coupon-held-by-you'])
  })

  test('a first order is one: not after buying, and not in two carts', async () => {
    const [one, two] = [await shop.course(), await shop.course()]
    const coupon = await makeCoupon(shop.db, { isFirstOrderOnly: true })
    const buyer = await shop.buyer()
    const start = (offeringId: string) =>
      refusal(
        startCheckout(shop.deps, buyer, {
          items: accessTo(offeringId),
          currency: 'USD',
          codes: [coupon.code],
        }),
      )
    const order = await shop.checkOut(buyer, [one.id], 'USD', [coupon.code])
    expect(await start(two.id)).toBe('coupon-held-by-you')
    await shop.pay(order)
    await shop.settle()
    expect(await start(two.id)).toBe('coupon-first-order-only')
  })

  test('a full refund does not give the coupon back', async () => {
    const course = await shop.course()
    const coupon = await makeCoupon(shop.db, { totalLimit: 1 })
    const order = await shop.checkOut(await shop.buyer(), [course.id], 'USD', [coupon.code])
    await shop.pay(order)
    await shop.settle()
    await refundOrder(shop.deps, await shop.staff(), {
      orderId: order.orderId,
      requestId: shop.requestId(),
      reason: 'asked for',
    })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'refunded' })
    expect(await couponStanding(shop.db, coupon.id)).toMatchObject({ states: ['redeemed'] })
  })
})
