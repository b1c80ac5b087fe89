import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cancelOrder } from '../orders/commands/cancel-order'
import { refundOrder } from '../orders/commands/refund-order'
import { requestRefund } from '../orders/commands/request-refund'
import { requireOrderDetail } from '../orders/reads/order-detail'
import { quoteCart } from '../orders/reads/quote-cart'
import { getRefundable } from '../orders/reads/refundable'
import { buyerOf, type Member } from '../shared/actor'
import { expectInvariants, standing } from '../testing/books'
import { accessTo } from '../testing/cart'
import { amounts, makeCoupon } from '../testing/coupons'
import { refusal } from '../testing/refusal'
import { type Bought, createShop, type Shop } from '../testing/shop'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

/** Somebody who has bought the first of two courses of a program at 99 dollars. */
async function withCourse(codes: string[] = []) {
  const [course, other] = [await shop.course(4900n), await shop.course(7900n)]
  const program = await shop.program([course.id, other.id])
  const buyer = await shop.buyer()
  const order = await shop.checkOut(buyer, [course.id], 'USD', codes)
  await shop.pay(order)
  await shop.settle()
  return { course, program, buyer, order }
}

const quoteOf = (buyer: Member, offeringId: string) =>
  quoteCart(
    shop.db,
    buyerOf(buyer),
    { items: accessTo(offeringId), currency: 'USD' },
    shop.clock.now(),
  )

async function lineOf({ orderId }: Pick<Bought, 'orderId'>) {
  return await shop.db.orderLine.findFirstOrThrow({ where: { orderId } })
}

async function takeBack(order: Bought) {
  const line = await lineOf(order)
  return await requestRefund(shop.deps, order.buyer, {
    orderId: order.orderId,
    orderLineId: line.id,
    requestId: shop.requestId(),
  })
}

const creditsOf = async (programId: string) =>
  (
    await shop.db.upgradeCredit.findMany({
      where: { orderLine: { offeringId: programId } },
      orderBy: { createdAt: 'asc' },
    })
  ).map(({ state, amountMinor, isDoubled }) => [state, Number(amountMinor), isDoubled])

describe('upgrading from a course to its program', () => {
  test('takes off what was paid, once, and the course is not refundable while it counts', async () => {
    const { course, program, buyer, order } = await withCourse()
    expect(await quoteOf(buyer, program.id)).toMatchObject({
      subtotalMinor: 9900n,
      discountMinor: 4900n,
      totalMinor: 5000n,
      lines: [{ credits: [{ title: course.title, amountMinor: 4900n }] }],
    })
    const upgrade = await shop.checkOut(buyer, [program.id])
    expect(await creditsOf(program.id)).toEqual([['reserved', 4900, false]])
    expect(await refusal(takeBack(order))).toBe('refund-credited')
    await shop.pay(upgrade)
    await shop.settle()
    expect(await creditsOf(program.id)).toEqual([['redeemed', 4900, false]])
    expect(await standing(shop, upgrade.orderId)).toMatchObject({ status: 'paid', review: null })
    const shown = await requireOrderDetail(shop.db, buyer.userId, upgrade.orderId, shop.clock.now())
    const invoice = await shop.db.document.findFirstOrThrow({ where: { orderId: upgrade.orderId } })
    expect(JSON.stringify(invoice.lines)).toContain(`less what was paid for ${course.title}`)
    expect(shown.credits).toEqual([{ title: course.title, amountMinor: 4900n }])
    expect(await refusal(takeBack(order))).toBe('refund-credited')
    const staff = await shop.staff()
    const give = { orderId: order.orderId, requestId: shop.requestId(), reason: 'asked for it' }
    expect(await refusal(refundOrder(shop.deps, staff, give))).toBe('refund-credited')
  })

  test('refunding the program gives back its own price and frees the course for its own promise', async () => {
    const { program, buyer, order } = await withCourse()
    const upgrade = await shop.checkOut(buyer, [program.id])
    await shop.pay(upgrade)
    await shop.settle()
    await takeBack(upgrade)
    await shop.settle()
    const refunds = await shop.db.stripeRefund.findMany({ where: { orderId: upgrade.orderId } })
    expect(refunds.map(({ amountMinor }) => amountMinor)).toEqual([5000n])
    expect(await creditsOf(program.id)).toEqual([['released', 4900, false]])
    const course = await getRefundable(shop.db, order.orderId, shop.clock.now())
    expect(course).toMatchObject({ refundableMinor: 4900n, lines: [{ refund: { isOwed: true } }] })
    expect(await quoteOf(buyer, program.id)).toMatchObject({ totalMinor: 5000n })
    await takeBack(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'refunded' })
    expect(await quoteOf(buyer, program.id)).toMatchObject({ totalMinor: 9900n })
  })

  test('counts what a coupon left and a partial refund did not take, in the same currency alone', async () => {
    const coupon = await makeCoupon(shop.db, { ...amounts({ USD: 900n }), isCombinable: true })
    const { program, buyer, order } = await withCourse([coupon.code])
    const line = await lineOf(order)
    await refundOrder(shop.deps, await shop.staff(), {
      orderId: order.orderId,
      requestId: shop.requestId(),
      reason: 'half of it was out of date',
      lines: [{ orderLineId: line.id, amountMinor: 1500n }],
    })
    await shop.settle()
    expect(await quoteOf(buyer, program.id)).toMatchObject({ totalMinor: 9900n - 2500n })
    await shop.db.price.create({
      data: { offeringId: program.id, currency: 'EUR', amountMinor: 9000n },
    })
    const euros = await quoteCart(
      shop.db,
      buyerOf(buyer),
      { items: accessTo(program.id), currency: 'EUR' },
      shop.clock.now(),
    )
    expect(euros).toMatchObject({ totalMinor: 9000n, lines: [{ credits: [] }] })
    const stranger = await shop.buyer()
    expect(await quoteOf(stranger, program.id)).toMatchObject({ totalMinor: 9900n })
  })

  test('is held by one order at a time, and comes back when that can never be paid', async () => {
    const { course, program, buyer } = await withCourse()
    const second = await shop.program([course.id], 8900n)
    const first = await shop.checkOut(buyer, [program.id])
    expect(await quoteOf(buyer, second.id)).toMatchObject({ totalMinor: 8900n })
    expect(await quoteOf(buyer, program.id)).toMatchObject({ totalMinor: 5000n })
    await cancelOrder(shop.deps, buyer, first)
    await shop.settle()
    expect(await creditsOf(program.id)).toEqual([['released', 4900, false]])
    expect(await quoteOf(buyer, second.id)).toMatchObject({ totalMinor: 4000n })
  })

  test('two programs at once: the money counts for one of them', async () => {
    const { course, program, buyer } = await withCourse()
    const second = await shop.program([course.id], 8900n)
    await Promise.all([shop.checkOut(buyer, [program.id]), shop.checkOut(buyer, [second.id])])
    const live = await shop.db.upgradeCredit.count({
      where: { order: { userId: buyer.userId }, state: 'reserved' },
    })
    expect(live).toBe(1)
  })

  test('the database refuses to count a payment twice', async () => {
    const { program, buyer, order } = await withCourse()
    const upgrade = await shop.checkOut(buyer, [program.id])
    const other = await shop.checkOut(buyer, [(await shop.course()).id])
    const twice = shop.db.upgradeCredit.create({
      data: {
        sourceLineId: (await lineOf(order)).id,
        orderId: other.orderId,
        orderLineId: (await lineOf(other)).id,
        amountMinor: 1n,
      },
    })
    await expect(twice).rejects.toMatchObject({ code: 'P2002' })
    await shop.pay(upgrade)
  })

  test('who has paid for all of it gets the rest without money', async () => {
    const { course, buyer } = await withCourse()
    const small = await shop.program([course.id], 4900n)
    const quoted = await quoteOf(buyer, small.id)
    expect(quoted).toMatchObject({ totalMinor: 0n, problems: [] })
    const cheaper = await shop.program([course.id], 4920n)
    expect(await quoteOf(buyer, cheaper.id)).toMatchObject({ totalMinor: 50n, problems: [] })
  })
})
