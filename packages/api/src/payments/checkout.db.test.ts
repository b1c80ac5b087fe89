import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { awaitReturn } from '../orders/commands/await-return'
import { cancelOrder } from '../orders/commands/cancel-order'
import { refundOrder } from '../orders/commands/refund-order'
import { startCheckout } from '../orders/commands/start-checkout'
import { expectInvariants, standing } from '../testing/books'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { processCommand } from './commands/process-command/process-command'
import { expireOrders } from './commands/reconcile'
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

const soldFor49 = {
  platform_revenue: -1470,
  processor_fees: 172,
  provider_payable: -3430,
  stripe_balance: 4728,
}

const mailCount = (key: string) => shop.db.mailMessage.count({ where: { key } })

/** The order of a checkout that got no answer from Stripe. */
async function strandedOrder(when: 'before' | 'after') {
  const course = await shop.course()
  const buyer = await shop.buyer()
  await shop.control.injectFault({
    pathPrefix: '/v1/checkout/sessions',
    method: 'POST',
    // The SDK tries once more after a broken line, whatever it is told; after a 500 it does not.
    kind: when === 'after' ? 'server_error' : 'disconnect',
    times: when === 'after' ? 1 : 2,
    when,
  })
  const input = { offeringIds: [course.id], currency: 'USD' }
  expect(await refusal(startCheckout(shop.impatient, buyer, input))).toBe(
    'payment-service-unavailable',
  )
  await shop.control.clearFaults()
  const order = await shop.db.order.findFirstOrThrow({
    where: { userId: buyer.userId },
    include: { commands: true },
  })
  return { course, buyer, input, order, command: order.commands[0]! }
}

const sessionsOf = async (orderId: string) =>
  (await shop.control.snapshot()).sessions.filter((s) => s.client_reference_id === orderId)

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

  test('23 webhook before sessions.create returned → the same', async () => {
    const { order, command } = await strandedOrder('after')
    const [session] = await sessionsOf(order.id)
    await shop.control.completeSession({ session: session!.id })
    await shop.deliverAll(await shop.collect())
    expect(await syncOrder(shop.deps, order.id)).toBe('synced')
    expect(await standing(shop, order.id)).toMatchObject({ status: 'paid', grants: ['active'] })
    // The command that never got its answer finds the one session there is.
    await processCommand(shop.deps, command.id)
    await shop.settle()
    expect(await sessionsOf(order.id)).toHaveLength(1)
    expect(await standing(shop, order.id)).toMatchObject({ status: 'paid', grants: ['active'] })
  })

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

  test('27 double click → one order, one session', async () => {
    const course = await shop.course()
    const buyer = await shop.buyer()
    const input = { offeringIds: [course.id], currency: 'USD' }
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

  test('29 crash between order and session, retry → same key, one session', async () => {
    const { buyer, input, order } = await strandedOrder('before')
    const result = await startCheckout(shop.deps, buyer, input)
    expect(result).toMatchObject({ kind: 'redirect', orderId: order.id })
    expect(await sessionsOf(order.id)).toHaveLength(1)
    expect(await shop.db.order.count({ where: { userId: buyer.userId } })).toBe(1)
  })

  test('29 the answer was lost, retry → the session that was made', async () => {
    const { buyer, input, order } = await strandedOrder('after')
    const [session] = await sessionsOf(order.id)
    const result = await startCheckout(shop.deps, buyer, input)
    expect(result).toMatchObject({ kind: 'redirect', orderId: order.id, url: session!.url })
    expect(await sessionsOf(order.id)).toHaveLength(1)
  })

  test.each(['before', 'after'] as const)(
    '30 retry after more than 24 hours (answer lost %s the work) → no second session',
    async (when) => {
      const { order, command } = await strandedOrder(when)
      shop.clock.advanceSeconds(25 * 3600)
      await processCommand(shop.deps, command.id)
      await expireOrders(shop.deps)
      await shop.settle()
      expect(await sessionsOf(order.id)).toHaveLength(when === 'after' ? 1 : 0)
      expect(await standing(shop, order.id)).toMatchObject({ status: 'expired', grants: [] })
    },
  )

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
    { name: 'amount', data: { subtotalMinor: 5000n, totalMinor: 5000n } },
    { name: 'currency', data: { currency: 'EUR' } },
  ])('32 the session has another $name than the order → review, nothing granted', async (wrong) => {
    const course = await shop.course(4900n)
    const order = await shop.checkOut(await shop.buyer(), [course.id])
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
      offeringIds: [course.id],
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

  test('38 already owned → refused before paying', async () => {
    const course = await shop.course()
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    await shop.pay(order)
    await shop.settle()
    const input = { offeringIds: [course.id], currency: 'USD' }
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
      const input = { offeringIds: [course.id], currency: 'USD' }
      verdicts.push(await refusal(startCheckout(shop.deps, buyer, input)))
    }
    expect(verdicts.filter((verdict) => verdict === 'allowed')).toHaveLength(20)
    expect(verdicts.slice(20)).toEqual(Array.from({ length: 5 }, () => 'too-many-attempts'))
    expect((await shop.control.snapshot()).sessions).toHaveLength(before + 20)
  })
})

/** Webhooks have come for all, but this order's worker is the first. */
async function syncFirst(orderId: string): Promise<void> {
  await shop.deliverAll(await shop.collect())
  expect(await syncOrder(shop.deps, orderId)).toBe('synced')
}

async function raisePrice(offeringId: string, amountMinor: bigint): Promise<void> {
  await shop.db.price.updateMany({
    where: { offeringId, validTo: null },
    data: { validTo: new Date('2027-01-01T00:00:00Z') },
  })
  await shop.db.price.create({ data: { offeringId, currency: 'USD', amountMinor } })
}
