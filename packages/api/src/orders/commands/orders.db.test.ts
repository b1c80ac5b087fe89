import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { revokeGrant } from '../../enrolments/commands/revoke-grant'
import { resyncTarget } from '../../payments/commands/resync-target'
import { orderTargetKey } from '../../payments/rules/event-target'
import { memberOf, visitor } from '../../testing/actors'
import { timesAtOnce } from '../../testing/at-once'
import { expectInvariants, standing } from '../../testing/books'
import { makeOffering, makeUser } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createShop, type Shop } from '../../testing/shop'
import { createCaller } from '../../trpc/root'
import { requireAdminOrder } from '../reads/admin-order'
import { listAdminOrders } from '../reads/admin-orders'
import { listMyOrders } from '../reads/my-orders'
import { requireOrderDetail } from '../reads/order-detail'
import { quoteCart } from '../reads/quote-cart'
import { adminOrdersInput } from '../schema'
import { awaitReturn } from './await-return'
import { cancelOrder } from './cancel-order'
import { refundOrder } from './refund-order'
import { resolveReview } from './resolve-review'
import { restoreGrantAndSettle } from './restore-grant'
import { startCheckout } from './start-checkout'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

const usd = (offeringIds: string[]) => ({ offeringIds, currency: 'USD' })

async function paid() {
  const course = await shop.course(4900n)
  const order = await shop.checkOut(await shop.buyer(), [course.id])
  const paymentIntent = await shop.pay(order)
  await shop.settle()
  return { ...order, course, paymentIntent }
}

describe('startCheckout', () => {
  test('is for people who are signed in with a confirmed address', async () => {
    const course = await shop.course()
    const buyer = await shop.buyer()
    expect(await refusal(startCheckout(shop.deps, visitor, usd([course.id])))).toBe(
      'sign-in-required',
    )
    const unconfirmed = { ...buyer, isEmailVerified: false }
    expect(await refusal(startCheckout(shop.deps, unconfirmed, usd([course.id])))).toBe(
      'email-not-verified',
    )
  })

  test('sells what is published, ours and priced in the currency, and says why not', async () => {
    const buyer = await shop.buyer()
    const refused = async (offeringId: string, currency = 'USD') =>
      await refusal(startCheckout(shop.deps, buyer, { offeringIds: [offeringId], currency }))
    const draft = await makeOffering(shop.db, { data: { status: 'draft', publishedAt: null } })
    const external = await makeOffering(shop.db, { data: { origin: 'external' } })
    const certification = await makeOffering(shop.db, { data: { kind: 'certification' } })
    const course = await shop.course()
    expect(await refused(shop.requestId())).toBe('not-found')
    expect(await refused(draft.id)).toBe('not-found')
    expect(await refused(external.id)).toBe('not-for-sale')
    expect(await refused(certification.id)).toBe('not-for-sale')
    expect(await refused(course.id, 'EUR')).toBe('no-price-in-currency')
    expect(await shop.db.order.count({ where: { userId: buyer.userId } })).toBe(0)
  })

  test('does not sell a course beside the program that contains it', async () => {
    const course = await shop.course()
    const program = await shop.program([course.id])
    const buyer = await shop.buyer()
    const cart = usd([course.id, program.id])
    expect(await refusal(startCheckout(shop.deps, buyer, cart))).toBe('covered-by-program')
  })

  test('takes the price from the catalogue and keeps it, whatever is sent along', async () => {
    const course = await shop.course(4900n)
    const buyer = await shop.buyer()
    const caller = createCaller({ actor: buyer, deps: shop.deps })
    const forged = { ...usd([course.id]), amountMinor: 1n, totalMinor: 1n }
    const result = await caller.orders.startCheckout(forged)
    if (result.kind !== 'redirect') throw new Error('expected a session')
    const order = await shop.db.order.findUniqueOrThrow({
      where: { id: result.orderId },
      include: { lines: true },
    })
    expect(order).toMatchObject({ totalMinor: 4900n, currency: 'USD', livemode: false })
    expect(order.lines).toMatchObject([{ amountMinor: 4900n, shareBps: 7000 }])
    expect(order.lines[0]?.refundPromise).toEqual({
      version: 2,
      days: 14,
      belowPercent: 30,
      startPercent: 0,
    })
    await expect(
      shop.db.orderLine.updateMany({ where: { orderId: order.id }, data: { amountMinor: 1n } }),
    ).rejects.toThrow()
  })

  test('goes back to the open session, also with the cart filled the other way round', async () => {
    const [one, two] = [await shop.course(), await shop.course()]
    const buyer = await shop.buyer()
    const first = await shop.checkOut(buyer, [one.id, two.id])
    const second = await shop.checkOut(buyer, [two.id, one.id])
    expect(second.orderId).toBe(first.orderId)
    shop.clock.advanceSeconds(55 * 60)
    const third = await shop.checkOut(buyer, [one.id, two.id])
    expect(third.orderId).not.toBe(first.orderId)
    await shop.settle()
    expect(await standing(shop, first.orderId)).toMatchObject({ status: 'expired' })
  })

  test('another currency ends the old session', async () => {
    const course = await shop.course()
    await shop.db.price.create({
      data: { offeringId: course.id, currency: 'EUR', amountMinor: 4500n },
    })
    const buyer = await shop.buyer()
    const dollars = await shop.checkOut(buyer, [course.id])
    const euros = await shop.checkOut(buyer, [course.id], 'EUR')
    expect(euros.orderId).not.toBe(dollars.orderId)
    await expect(shop.pay(dollars)).rejects.toThrow('expired')
  })

  test('paid in the other tab a moment ago → says so instead of selling it again', async () => {
    const course = await shop.course()
    const buyer = await shop.buyer()
    const order = await shop.checkOut(buyer, [course.id])
    await shop.pay(order)
    shop.clock.advanceSeconds(55 * 60)
    expect(await refusal(startCheckout(shop.deps, buyer, usd([course.id])))).toBe(
      'order-already-paid',
    )
  })
})

describe('quote', () => {
  test('sums whole minor units and shows the promise before paying', async () => {
    const [one, two] = [await shop.course(4999n), await shop.course(1n)]
    const quoted = await quoteCart(shop.db, null, usd([one.id, two.id]), shop.clock.now())
    expect(quoted).toMatchObject({ totalMinor: 5000n, currencies: ['USD'], problems: [] })
    expect(quoted.lines.map((line) => line.refund.reason)).toEqual([
      'before-purchase',
      'before-purchase',
    ])
  })
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
    const order = await paid()
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
    const order = await paid()
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

describe('refundOrder', () => {
  const ask = (orderId: string, actor: Parameters<typeof refundOrder>[1]) =>
    refusal(
      refundOrder(shop.deps, actor, {
        orderId,
        requestId: shop.requestId(),
        reason: 'asked for it',
      }),
    )

  test('needs the role: not the buyer, not support', async () => {
    const order = await paid()
    const support = memberOf(await makeUser(shop.db), { roles: ['support'] })
    const finance = memberOf(await makeUser(shop.db), { roles: ['finance'] })
    expect(await ask(order.orderId, order.buyer)).toBe('not-allowed')
    expect(await ask(order.orderId, support)).toBe('not-allowed')
    expect(await ask(shop.requestId(), finance)).toBe('not-found')
    expect(await ask(order.orderId, finance)).toBe('allowed')
    expect(await ask(order.orderId, finance)).toBe('nothing-to-refund')
  })

  test('an unpaid order has nothing to give back', async () => {
    const course = await shop.course()
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    expect(await ask(order.orderId, await shop.staff())).toBe('not-paid')
  })

  test.each([
    { progressPercent: 10, days: 1, basis: 'promise' },
    { progressPercent: 80, days: 1, basis: 'goodwill' },
    { progressPercent: 10, days: 15, basis: 'goodwill' },
  ])('notes whether it was owed ($basis)', async ({ progressPercent, days, basis }) => {
    const order = await paid()
    await shop.db.enrolment.updateMany({
      where: { userId: order.buyer.userId },
      data: { progressPercent },
    })
    shop.clock.advanceSeconds(days * 86_400)
    expect(await ask(order.orderId, await shop.staff())).toBe('allowed')
    const entry = await shop.db.auditEntry.findFirstOrThrow({
      where: { action: 'order.refund', entityId: order.orderId },
    })
    expect(entry.after).toMatchObject({ basis, amountMinor: '4900' })
    expect(entry.reason).toBe('asked for it')
  })

  test('one request id belongs to one order', async () => {
    const [one, two] = [await paid(), await paid()]
    const staff = await shop.staff()
    const requestId = shop.requestId()
    const refund = (orderId: string) =>
      refundOrder(shop.deps, staff, { orderId, requestId, reason: 'asked for it' })
    await refund(one.orderId)
    expect(await refusal(refund(two.orderId))).toBe('request-id-used')
  })
})

describe('resolveReview', () => {
  test('lays a reason to rest for good, once, by those who may', async () => {
    const order = await paid()
    await shop.control.createRefund({ paymentIntent: order.paymentIntent, amount: 100 })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ review: 'refund_unallocated' })
    const staff = await shop.staff()
    const input = { orderId: order.orderId, reason: 'a gesture' }
    expect(await refusal(resolveReview(shop.deps, order.buyer, input))).toBe('not-allowed')
    const both = await Promise.all([
      refusal(resolveReview(shop.deps, staff, input)),
      refusal(resolveReview(shop.deps, staff, input)),
    ])
    expect(both.sort()).toEqual(['allowed', 'nothing-to-review'])
    await shop.control.createRefund({ paymentIntent: order.paymentIntent, amount: 100 })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ review: null })
  })
})

describe('reads', () => {
  test('my orders and my order are mine', async () => {
    const order = await paid()
    const page = { page: 1, pageSize: 10 }
    const mine = await listMyOrders(shop.db, order.buyer.userId, page, shop.clock.now())
    expect(mine.rows.map((row) => row.id)).toEqual([order.orderId])
    const detail = await requireOrderDetail(
      shop.db,
      order.buyer.userId,
      order.orderId,
      shop.clock.now(),
    )
    expect(detail.timeline.map((entry) => entry.kind)).toEqual(
      expect.arrayContaining(['created', 'checkout_opened', 'paid']),
    )
    expect(detail).toMatchObject({
      status: 'paid',
      payment: { cardBrand: 'visa', cardLast4: '4242' },
      canCancel: false,
      checkoutUrl: null,
    })
    expect(detail.lines[0]).toMatchObject({ hasAccess: true, refund: { isOwed: true } })
    const stranger = await shop.buyer()
    expect(
      await refusal(requireOrderDetail(shop.db, stranger.userId, order.orderId, shop.clock.now())),
    ).toBe('not-found')
  })

  test('staff finds an order by number, address, title and every id of Stripe’s', async () => {
    const order = await paid()
    const row = await shop.db.order.findUniqueOrThrow({
      where: { id: order.orderId },
      include: { charges: true },
    })
    const searches = [
      String(row.number),
      `#${row.number}`,
      order.buyer.email,
      order.sessionId,
      order.paymentIntent,
      row.charges[0]?.id ?? '',
      order.orderId,
    ]
    for (const search of searches) {
      const found = await listAdminOrders(shop.db, adminOrdersInput.parse({ search }))
      expect(found.rows.map((result) => result.id)).toContain(order.orderId)
    }
    const none = await listAdminOrders(shop.db, adminOrdersInput.parse({ search: '100%_nobody' }))
    expect(none.rows).toEqual([])
    for (const sort of ['createdAt', 'number', 'total', 'status', 'paidAt'] as const) {
      const sorted = await listAdminOrders(
        shop.db,
        adminOrdersInput.parse({ sort, status: ['paid'], pageSize: 2 }),
      )
      expect(sorted.rows.every((result) => result.status === 'paid')).toBe(true)
    }
  })

  test('the ledger is for those who may read it', async () => {
    const order = await paid()
    const finance = memberOf(await makeUser(shop.db), { roles: ['finance'] })
    const support = memberOf(await makeUser(shop.db), { roles: ['support'] })
    const seen = (actor: typeof finance) =>
      requireAdminOrder(shop.db, actor, order.orderId, shop.clock.now())
    expect((await seen(finance)).ledger?.map((posting) => posting.kind)).toEqual([
      'charge',
      'charge_fee',
    ])
    expect((await seen(support)).ledger).toBeNull()
    expect((await seen(finance)).refund).toMatchObject({ isAllowed: true, refundableMinor: 4900n })
    expect((await seen(support)).refund).toMatchObject({ isAllowed: false, reason: 'not-allowed' })
    expect((await seen(finance)).events.length).toBeGreaterThan(2)
  })
})

describe('what staff took back', () => {
  test('stays taken back whatever Stripe says, until staff restores it, as far as money goes', async () => {
    const order = await paid()
    const staff = await shop.staff()
    const lines = await shop.db.orderLine.findMany({ where: { orderId: order.orderId } })
    const grant = await shop.db.accessGrant.findFirstOrThrow({
      where: { sourceId: lines[0]?.id ?? '' },
    })
    const input = { grantId: grant.id, reason: 'broke the rules' }
    await revokeGrant(shop.deps, staff, input)
    await resyncTarget(shop.deps, staff, orderTargetKey(order.orderId))
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'paid',
      grants: ['revoked'],
    })
    expect(await refusal(restoreGrantAndSettle(shop.deps, order.buyer, input))).toBe('not-allowed')
    const restore = () => restoreGrantAndSettle(shop.deps, staff, input)
    expect(await timesAtOnce(3, restore)).toEqual([
      'allowed',
      ...Array(2).fill('grant-not-revoked'),
    ])
    expect(await standing(shop, order.orderId)).toMatchObject({ grants: ['active'] })
    await revokeGrant(shop.deps, staff, input)
    await shop.control.createRefund({ paymentIntent: order.paymentIntent })
    await restoreGrantAndSettle(shop.deps, staff, input)
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'refunded',
      grants: ['revoked'],
    })
  })

  test('resync needs the role and an order', async () => {
    const order = await paid()
    const key = orderTargetKey(order.orderId)
    expect(await refusal(resyncTarget(shop.deps, order.buyer, key))).toBe('not-allowed')
    const nobody = orderTargetKey(shop.requestId())
    expect(await refusal(resyncTarget(shop.deps, await shop.staff(), nobody))).toBe('not-found')
  })
})
