import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import { expectInvariants, standing } from '../testing/books'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { projectOrder } from './commands/commit-facts'
import { fetchFacts } from './commands/fetch-facts'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

type Status = NonNullable<Parameters<Shop['control']['moveDispute']>[0]>['status']

async function disputed(status?: Status) {
  const order = await shop.paidOrder()
  const dispute = await shop.control.createDispute({ paymentIntent: order.paymentIntent, status })
  await shop.settle()
  return { ...order, disputeId: dispute.id }
}

async function move(disputeId: string, ...statuses: Status[]) {
  for (const status of statuses) await shop.control.moveDispute({ dispute: disputeId, status })
  await shop.settle()
}

const sold = { platform_revenue: -1470, processor_fees: 172, provider_payable: -3430 }

const asPaid = { status: 'paid', review: null, grants: ['active'] }
const held = {
  status: 'disputed',
  review: null,
  grants: ['suspended'],
  ledger: { ...sold, dispute_fees: 1500, dispute_receivable: 4900, stripe_balance: -1672 },
}
const lost = {
  status: 'charged_back',
  review: null,
  grants: ['revoked'],
  ledger: {
    platform_revenue: -1470,
    processor_fees: 172,
    dispute_fees: 1500,
    dispute_losses: 1470,
    stripe_balance: -1672,
  },
}
const won = {
  ...asPaid,
  ledger: { ...sold, dispute_fees: 1500, stripe_balance: 3228 },
}

describe('E. Disputes', () => {
  test('58 created → disputed, suspended, amount and fee booked', async () => {
    const order = await disputed()
    expect(await standing(shop, order.orderId)).toEqual(held)
  })

  test('59 → won → paid, active, the fee stays', async () => {
    const order = await disputed()
    await move(order.disputeId, 'under_review', 'won')
    expect(await standing(shop, order.orderId)).toEqual(won)
  })

  test('60 → lost → charged back, revoked, the provider bears its share', async () => {
    const order = await disputed()
    await move(order.disputeId, 'under_review', 'lost')
    expect(await standing(shop, order.orderId)).toEqual(lost)
  })

  test('61 an inquiry that closes → unchanged', async () => {
    const order = await disputed('warning_needs_response')
    expect(await standing(shop, order.orderId)).toMatchObject(asPaid)
    await move(order.disputeId, 'warning_under_review', 'warning_closed')
    expect(await standing(shop, order.orderId)).toEqual({
      ...asPaid,
      ledger: { ...sold, stripe_balance: 4728 },
    })
  })

  test('62 an inquiry that escalates → suspended', async () => {
    const order = await disputed('warning_needs_response')
    await move(order.disputeId, 'needs_response')
    expect(await standing(shop, order.orderId)).toEqual(held)
  })

  test('63 prevented → as its refund says', async () => {
    const order = await disputed('prevented')
    expect(await standing(shop, order.orderId)).toMatchObject(asPaid)
    await shop.control.createRefund({ paymentIntent: order.paymentIntent })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'refunded',
      grants: ['revoked'],
    })
  })

  test('64 lost → appealed → won → restored to the unit', async () => {
    const order = await disputed('lost')
    expect(await standing(shop, order.orderId)).toEqual(lost)
    await move(order.disputeId, 'appeal_needs_response', 'appeal_under_review')
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'disputed',
      grants: ['suspended'],
    })
    await move(order.disputeId, 'won')
    expect(await standing(shop, order.orderId)).toEqual(won)
  })

  test('64 lost → appealed → lost again → lost once', async () => {
    const order = await disputed('lost')
    await move(order.disputeId, 'appeal_needs_response', 'appeal_under_review', 'lost')
    expect(await standing(shop, order.orderId)).toEqual(lost)
  })

  test('65 closed delivered before created → the same', async () => {
    const order = await shop.paidOrder()
    await shop.control.createDispute({ paymentIntent: order.paymentIntent, status: 'lost' })
    for (const event of (await shop.collect()).reverse()) {
      await shop.deliver(event)
      await shop.drain()
    }
    expect(await standing(shop, order.orderId)).toEqual(lost)
  })

  test('66 while a refund is on its way → refund fails, no double loss', async () => {
    const order = await shop.paidOrder()
    await shop.control.holdRefunds({ times: 1 })
    await refundOrder(shop.deps, await shop.staff(), {
      orderId: order.orderId,
      requestId: shop.requestId(),
      reason: 'asked for it',
    })
    await shop.control.createDispute({ paymentIntent: order.paymentIntent, amount: 4900 })
    await shop.settle()
    const [refund] = await shop.db.stripeRefund.findMany({ where: { orderId: order.orderId } })
    await shop.control.failRefund({ refund: refund!.id })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual({ ...held, review: 'refund_failed' })
  })

  test('a refund is blocked while the bank decides, and refused by Stripe if it slips through', async () => {
    const order = await shop.paidOrder()
    const staff = await shop.staff()
    const ask = () =>
      refundOrder(shop.deps, staff, {
        orderId: order.orderId,
        requestId: shop.requestId(),
        reason: 'asked for it',
      })
    await shop.control.createDispute({ paymentIntent: order.paymentIntent })
    const slipped = await ask()
    expect(slipped).toMatchObject({ state: 'failed', orderStatus: 'disputed' })
    expect(slipped.error).toContain('charge_disputed')
    expect(await refusal(ask())).toBe('dispute-open')
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual(held)
  })

  test('67 partial refund, then won → partially refunded, active', async () => {
    const order = await shop.paidOrder()
    const [line] = await shop.db.orderLine.findMany({ where: { orderId: order.orderId } })
    await refundOrder(shop.deps, await shop.staff(), {
      orderId: order.orderId,
      requestId: shop.requestId(),
      reason: 'asked for it',
      lines: [{ orderLineId: line!.id, amountMinor: 900n }],
    })
    const dispute = await shop.control.createDispute({ paymentIntent: order.paymentIntent })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'disputed' })
    await move(dispute.id, 'won')
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'partially_refunded',
      review: null,
      grants: ['active'],
    })
  })

  test('67 partial refund, then lost → nothing left with the provider', async () => {
    const order = await shop.paidOrder()
    await shop.control.createRefund({ paymentIntent: order.paymentIntent, amount: 900 })
    const dispute = await shop.control.createDispute({ paymentIntent: order.paymentIntent })
    await move(dispute.id, 'lost')
    const end = await standing(shop, order.orderId)
    expect(end).toMatchObject({ status: 'charged_back', grants: ['revoked'] })
    expect(end.ledger.provider_payable).toBeUndefined()
    expect(end.ledger.dispute_receivable).toBeUndefined()
  })

  test('68 early fraud warning → an alert, nothing else', async () => {
    const order = await shop.paidOrder()
    await shop.control.emitEvent({
      type: 'radar.early_fraud_warning.created',
      object: {
        id: 'issfr_test',
        object: 'radar.early_fraud_warning',
        payment_intent: order.paymentIntent,
      },
    })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject(asPaid)
    expect(
      await shop.db.auditEntry.count({
        where: { action: 'payment.early-fraud-warning', entityId: order.orderId },
      }),
    ).toBe(1)
  })

  test('69 a status that nobody knows yet → held, and a person is called', async () => {
    const order = await disputed()
    const facts = await fetchFacts(shop.deps, {
      orderId: order.orderId,
      sessionId: order.sessionId,
      paymentIntentId: order.paymentIntent,
      hintedSessionIds: [],
      hintedIntentIds: [],
      searchSince: null,
      hasCharges: true,
    })
    const future = facts.disputes.map((dispute) => ({ ...dispute, status: 'arbitration' }))
    await shop.db.$transaction((tx) =>
      projectOrder(tx, shop.deps, order.orderId, { ...facts, disputes: future }),
    )
    expect(await standing(shop, order.orderId)).toEqual({
      ...held,
      review: 'dispute_unknown_status',
    })
    expect(
      await shop.db.auditEntry.count({
        where: { action: 'order.review-raised', entityId: order.orderId },
      }),
    ).toBe(1)
    await move(order.disputeId, 'won')
  })
})
