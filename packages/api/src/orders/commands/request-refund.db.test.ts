import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../shared/actor'
import { timesAtOnce } from '../../testing/at-once'
import { expectInvariants, standing } from '../../testing/books'
import { refusal } from '../../testing/refusal'
import { createShop, type Shop } from '../../testing/shop'
import { requireOrderDetail } from '../reads/order-detail'
import { requireRefundOffer } from '../reads/refund-offer'
import { refundOrder } from './refund-order'
import { requestRefund } from './request-refund'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

async function bought(offeringIds: string[], card?: string) {
  const order = await shop.checkOut(await shop.buyer(), offeringIds)
  const paymentIntent = await shop.pay(order, card)
  await shop.settle()
  const lines = await shop.db.orderLine.findMany({
    where: { orderId: order.orderId },
    orderBy: { position: 'asc' },
  })
  return { ...order, paymentIntent, lineIds: lines.map(({ id }) => id) }
}

const paid = async (prices = [4900n]) => {
  const courses = []
  for (const price of prices) courses.push(await shop.course(price))
  return await bought(courses.map(({ id }) => id))
}

type Bought = Awaited<ReturnType<typeof paid>>

const ask = (order: Bought, rest: { buyer?: Member; line?: number; requestId?: string } = {}) =>
  requestRefund(shop.deps, rest.buyer ?? order.buyer, {
    orderId: order.orderId,
    orderLineId: order.lineIds[rest.line ?? 0] ?? '',
    requestId: rest.requestId ?? shop.requestId(),
  })

const setProgress = (userId: string, progressPercent: number) =>
  shop.db.enrolment.updateMany({ where: { userId }, data: { progressPercent } })

const offerOf = (order: Bought, line = 0) =>
  requireRefundOffer(
    shop.db,
    order.buyer,
    { orderId: order.orderId, orderLineId: order.lineIds[line] ?? '' },
    shop.clock.now(),
  )

describe('requestRefund', () => {
  test('gives back what the promise owes, and takes the access, the books and one mail with it', async () => {
    const order = await paid()
    expect(await offerOf(order)).toMatchObject({
      amountMinor: 4900n,
      canRequest: true,
      payment: { cardBrand: 'visa', cardLast4: '4242' },
      ending: [{ remains: false }],
    })
    expect(await ask(order)).toMatchObject({ state: 'done', orderStatus: 'refunded' })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'refunded',
      review: null,
      grants: ['revoked'],
    })
    const { lines } = await requireOrderDetail(
      shop.db,
      order.buyer.userId,
      order.orderId,
      shop.clock.now(),
    )
    expect(lines).toMatchObject([
      { refundedMinor: 4900n, canRequestRefund: false, refund: { reason: 'already-refunded' } },
    ])
    expect(
      await shop.db.mailMessage.count({
        where: { recipient: order.buyer.email, template: 'order-refunded' },
      }),
    ).toBe(1)
  })

  test('of one line leaves the others alone, and each can go by itself', async () => {
    const order = await paid([4900n, 9900n])
    await ask(order, { line: 1 })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'partially_refunded',
      grants: ['active', 'revoked'],
    })
    const mail = await shop.db.mailMessage.findFirstOrThrow({
      where: { recipient: order.buyer.email, template: 'order-refunded' },
    })
    const line = await shop.db.orderLine.findUniqueOrThrow({
      where: { id: order.lineIds[1] ?? '' },
    })
    expect(mail.params).toMatchObject({ titles: [line.title], amount: '$99', endsAccess: true })
    expect(await offerOf(order, 0)).toMatchObject({ canRequest: true })
    await ask(order, { line: 0 })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'refunded' })
  })

  test.each([
    { days: 14, progress: 29, reason: 'allowed' },
    { days: 15, progress: 0, reason: 'refund-too-late' },
    { days: 1, progress: 30, reason: 'refund-too-far' },
  ])(
    'follows the promise: day $days, $progress % → $reason',
    async ({ days, progress, reason }) => {
      const order = await paid()
      await setProgress(order.buyer.userId, progress)
      shop.clock.advanceSeconds(days * 86_400 - 120)
      expect((await offerOf(order)).canRequest).toBe(reason === 'allowed')
      expect(await refusal(ask(order))).toBe(reason)
    },
  )

  test('counts only what was done since the purchase', async () => {
    const [one, two] = [await shop.course(4900n), await shop.course(4900n)]
    const program = await shop.program([one.id, two.id])
    const first = await bought([one.id])
    const { userId } = first.buyer
    await shop.db.enrolment.updateMany({
      where: { userId },
      data: { progressPercent: 100, completedAt: shop.clock.now() },
    })
    const second = await shop.checkOut(first.buyer, [program.id])
    await shop.pay(second)
    await shop.settle()
    const line = await shop.db.orderLine.findFirstOrThrow({ where: { orderId: second.orderId } })
    expect(line.refundPromise).toMatchObject({ version: 3, startPercent: 50 })
    const place = await shop.db.enrolment.findFirstOrThrow({
      where: { userId, offeringId: program.id },
    })
    expect(place.progressPercent).toBe(50)
    await shop.db.enrolment.updateMany({
      where: { userId, offeringId: two.id },
      data: { progressPercent: 29 },
    })
    const order = { ...second, paymentIntent: '', buyer: first.buyer, lineIds: [line.id] }
    expect((await offerOf(order)).ending).toHaveLength(3)
    expect(await refusal(ask(order))).toBe('allowed')
  })

  test('is for the buyer: to others, staff too, the order does not exist', async () => {
    const [order, other] = [await paid(), await paid()]
    expect(await refusal(ask(order, { buyer: other.buyer }))).toBe('not-found')
    expect(await refusal(ask(order, { buyer: await shop.staff() }))).toBe('not-found')
    expect(await refusal(ask({ ...order, lineIds: other.lineIds }))).toBe('not-found')
  })

  test('is refused while the bank decides, and before anything was paid', async () => {
    const course = await shop.course()
    const disputed = await bought([course.id], '4000 0000 0000 0259')
    expect(await refusal(ask(disputed))).toBe('dispute-open')
    const open = await shop.checkOut(await shop.buyer(), [course.id])
    const line = await shop.db.orderLine.findFirstOrThrow({ where: { orderId: open.orderId } })
    expect(await refusal(ask({ ...open, paymentIntent: '', lineIds: [line.id] }))).toBe('not-paid')
  })

  test('what Stripe refuses is not said to be on its way, and can be asked for again', async () => {
    const order = await paid()
    // The bank has taken the money; nobody has told us yet.
    await shop.control.createDispute({ paymentIntent: order.paymentIntent })
    const requestId = shop.requestId()
    expect(await refusal(ask(order, { requestId }))).toBe('refund-refused')
    expect(await refusal(ask(order, { requestId }))).toBe('refund-refused')
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'disputed',
      grants: ['suspended'],
    })
    expect(await refusal(ask(order))).toBe('dispute-open')
    const [dispute] = await shop.db.stripeDispute.findMany({ where: { orderId: order.orderId } })
    for (const status of ['under_review', 'won'] as const) {
      await shop.control.moveDispute({ dispute: dispute?.id ?? '', status })
    }
    await shop.settle()
    expect(await refusal(ask(order))).toBe('allowed')
  })

  test('without an answer it stays asked for, once, until the worker gets one', async () => {
    const order = await paid()
    await shop.control.injectFault({ pathPrefix: '/v1/refunds', kind: 'disconnect', times: 40 })
    expect(await ask(order)).toMatchObject({ state: 'unknown', orderStatus: 'paid' })
    expect(await offerOf(order)).toMatchObject({ canRequest: false })
    expect(await refusal(ask(order))).toBe('nothing-to-refund')
    await shop.control.clearFaults({})
    shop.clock.advanceSeconds(120)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'refunded' })
  })

  test('the same request twice, and eight at once, is one refund', async () => {
    const order = await paid()
    const requestId = shop.requestId()
    expect(await timesAtOnce(8, () => ask(order, { requestId }))).toEqual(Array(8).fill('allowed'))
    expect(await refusal(ask(order, { requestId }))).toBe('allowed')
    await shop.settle()
    expect(await shop.db.stripeRefund.count({ where: { orderId: order.orderId } })).toBe(1)
  })

  test('from several tabs and from staff at once gives back once', async () => {
    const order = await paid()
    const staff = await shop.staff()
    const results = await Promise.all([
      timesAtOnce(4, () => ask(order)),
      timesAtOnce(4, () =>
        refundOrder(shop.deps, staff, {
          orderId: order.orderId,
          requestId: shop.requestId(),
          reason: 'asked by mail',
        }),
      ),
    ])
    expect(results.flat().filter((result) => result === 'allowed')).toHaveLength(1)
    await shop.settle()
    const refunds = await shop.db.stripeRefund.findMany({ where: { orderId: order.orderId } })
    expect(refunds.map(({ amountMinor }) => amountMinor)).toEqual([4900n])
  })
})
