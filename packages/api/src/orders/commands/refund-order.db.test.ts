import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { revokeGrant } from '../../enrolments/commands/revoke-grant'
import { resyncTarget } from '../../payments/commands/resync-target'
import { orderTargetKey } from '../../payments/rules/event-target'
import { memberOf } from '../../testing/actors'
import { timesAtOnce } from '../../testing/at-once'
import { expectInvariants, standing } from '../../testing/books'
import { makeUser } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createShop, type Shop } from '../../testing/shop'
import { refundOrder } from './refund-order'
import { resolveReview } from './resolve-review'
import { restoreGrantAndSettle } from './restore-grant'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
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
    const order = await shop.paidOrder()
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
    const order = await shop.paidOrder()
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
    const [one, two] = [await shop.paidOrder(), await shop.paidOrder()]
    const staff = await shop.staff()
    const requestId = shop.requestId()
    const refund = (orderId: string) =>
      refundOrder(shop.deps, staff, { orderId, requestId, reason: 'asked for it' })
    await refund(one.orderId)
    expect(await refusal(refund(two.orderId))).toBe('request-id-used')
  })
})

describe('resolveReview', () => {
  test('lays a reason to rest, once, by those who may; another refund is another reason', async () => {
    const order = await shop.paidOrder()
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
    await resyncTarget(shop.deps, staff, orderTargetKey(order.orderId))
    expect(await standing(shop, order.orderId)).toMatchObject({ review: null })
    await shop.control.createRefund({ paymentIntent: order.paymentIntent, amount: 100 })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ review: 'refund_unallocated' })
  })
})

describe('what staff took back', () => {
  test('stays taken back whatever Stripe says, until staff restores it, as far as money goes', async () => {
    const order = await shop.paidOrder()
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
    const order = await shop.paidOrder()
    const key = orderTargetKey(order.orderId)
    expect(await refusal(resyncTarget(shop.deps, order.buyer, key))).toBe('not-allowed')
    const nobody = orderTargetKey(shop.requestId())
    expect(await refusal(resyncTarget(shop.deps, await shop.staff(), nobody))).toBe('not-found')
  })
})
