import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import type { Member } from '../shared/actor'
import { expectInvariants, standing } from '../testing/books'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { processCommand } from './commands/process-command/process-command'

let shop: Shop
let finance: Member
beforeAll(async () => {
  shop = await createShop()
  finance = await shop.staff()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

/** A paid order of courses at the given prices. */
async function paid(prices = [4900n], card?: string) {
  const courses = []
  for (const price of prices) courses.push(await shop.course(price))
  const order = await shop.checkOut(
    await shop.buyer(),
    courses.map((course) => course.id),
  )
  const paymentIntent = await shop.pay(order, card)
  await shop.settle()
  const lines = await shop.db.orderLine.findMany({
    where: { orderId: order.orderId },
    orderBy: { position: 'asc' },
  })
  return { ...order, paymentIntent, lines }
}

const refund = (orderId: string, rest: Partial<Parameters<typeof refundOrder>[2]> = {}) =>
  refundOrder(shop.deps, finance, {
    orderId,
    requestId: shop.requestId(),
    reason: 'asked for it',
    ...rest,
  })

const nothingLeft = { processor_fees: 172, stripe_balance: -172 }
const refundsOf = (orderId: string) => shop.db.stripeRefund.findMany({ where: { orderId } })

describe('D. Refunds', () => {
  test('46 full → refunded, revoked, nothing left; one mail', async () => {
    const order = await paid()
    expect(await refund(order.orderId)).toMatchObject({ state: 'done', orderStatus: 'refunded' })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual({
      status: 'refunded',
      review: null,
      grants: ['revoked'],
      ledger: nothingLeft,
    })
    const mails = await shop.db.mailMessage.findMany({
      where: { recipient: order.buyer.email, template: 'order-refunded' },
    })
    expect(mails).toHaveLength(1)
    expect(mails[0]?.params).toMatchObject({ amount: '$49', endsAccess: true })
  })

  test('47 part of it, in the dashboard → partially refunded, active, review', async () => {
    const order = await paid([4900n, 9900n])
    await shop.control.createRefund({ paymentIntent: order.paymentIntent, amount: 1000 })
    await shop.settle()
    const end = await standing(shop, order.orderId)
    expect(end).toMatchObject({
      status: 'partially_refunded',
      review: 'refund_unallocated',
      grants: ['active', 'active'],
    })
    expect(end.ledger.stripe_balance).toBe(14_800 - 459 - 1000)
  })

  test('48 one line of several → its access alone is taken', async () => {
    const order = await paid([4900n, 9900n])
    const [line] = order.lines
    await refund(order.orderId, {
      lines: [{ orderLineId: line!.id, amountMinor: line!.amountMinor }],
    })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'partially_refunded',
      review: null,
      grants: ['active', 'revoked'],
    })
    const grant = await shop.db.accessGrant.findFirstOrThrow({ where: { sourceId: line!.id } })
    expect(grant).toMatchObject({ state: 'revoked', stateReason: 'order-refunded' })
  })

  test('49 two parts that make the whole → refunded, revoked, nothing left', async () => {
    const order = await paid()
    await shop.control.createRefund({ paymentIntent: order.paymentIntent, amount: 1633 })
    await shop.settle()
    await shop.control.createRefund({ paymentIntent: order.paymentIntent })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual({
      status: 'refunded',
      review: null,
      grants: ['revoked'],
      ledger: nothingLeft,
    })
  })

  test('50 pending → succeeded → one entry', async () => {
    const order = await paid()
    await shop.control.holdRefunds({ times: 1 })
    await refund(order.orderId)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'refunded' })
    const [pending] = await refundsOf(order.orderId)
    expect(pending?.status).toBe('pending')
    await shop.control.succeedRefund({ refund: pending!.id })
    await shop.settle()
    expect((await refundsOf(order.orderId)).map((row) => row.status)).toEqual(['succeeded'])
    expect(await standing(shop, order.orderId)).toMatchObject({ ledger: nothingLeft })
    expect(
      await shop.db.ledgerTransaction.count({ where: { orderId: order.orderId, kind: 'refund' } }),
    ).toBe(1)
  })

  test('51 succeeded → failed → paid and active again, reversed, review; then refunded anew', async () => {
    const order = await paid()
    await refund(order.orderId)
    await shop.settle()
    const [first] = await refundsOf(order.orderId)
    await shop.control.failRefund({ refund: first!.id })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual({
      status: 'paid',
      review: 'refund_failed',
      grants: ['active'],
      ledger: {
        platform_revenue: -1470,
        processor_fees: 172,
        provider_payable: -3430,
        stripe_balance: 4728,
      },
    })
    expect(await refund(order.orderId)).toMatchObject({ state: 'done', orderStatus: 'refunded' })
    expect(await standing(shop, order.orderId)).toMatchObject({ ledger: nothingLeft })
  })

  test('52 our call gets no answer and is sent again → one refund', async () => {
    const order = await paid()
    await shop.control.injectFault({
      pathPrefix: '/v1/refunds',
      method: 'POST',
      kind: 'server_error',
      when: 'after',
    })
    const requestId = shop.requestId()
    const input = { orderId: order.orderId, requestId, reason: 'asked for it' }
    const lost = await refundOrder(shop.impatient, finance, input)
    expect(lost.state).toBe('unknown')
    await processCommand(shop.deps, requestId)
    await shop.settle()
    expect(await refundsOf(order.orderId)).toHaveLength(1)
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'refunded',
      ledger: nothingLeft,
    })
  })

  test('52 the same a day later, when Stripe has forgotten the key → one refund', async () => {
    const order = await paid()
    await shop.control.injectFault({
      pathPrefix: '/v1/refunds',
      method: 'POST',
      kind: 'server_error',
      when: 'after',
    })
    const requestId = shop.requestId()
    const input = { orderId: order.orderId, requestId, reason: 'asked for it' }
    await refundOrder(shop.impatient, finance, input)
    shop.clock.advanceSeconds(26 * 3600)
    const { state } = await processCommand(shop.deps, requestId)
    expect(state).toBe('done')
    await shop.settle()
    expect(await refundsOf(order.orderId)).toHaveLength(1)
  })

  test('53 two equal parts asked for → two refunds', async () => {
    const order = await paid()
    const lines = [{ orderLineId: order.lines[0]!.id, amountMinor: 1000n }]
    await refund(order.orderId, { lines })
    await refund(order.orderId, { lines })
    await shop.settle()
    expect((await refundsOf(order.orderId)).map((row) => row.amountMinor)).toEqual([1000n, 1000n])
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'partially_refunded',
      review: null,
      grants: ['active'],
    })
  })

  test('54 in the dashboard → the same as ours', async () => {
    const order = await paid()
    await shop.control.createRefund({ paymentIntent: order.paymentIntent })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual({
      status: 'refunded',
      review: null,
      grants: ['revoked'],
      ledger: nothingLeft,
    })
  })

  test('55 more than was paid → refused here; when Stripe refuses, failed and nothing posted', async () => {
    const order = await paid()
    const tooMuch = [{ orderLineId: order.lines[0]!.id, amountMinor: 4901n }]
    expect(await refusal(refund(order.orderId, { lines: tooMuch }))).toBe('refund-too-much')
    await shop.control.createRefund({ paymentIntent: order.paymentIntent })
    const result = await refund(order.orderId)
    expect(result).toMatchObject({ state: 'failed', orderStatus: 'refunded' })
    expect(result.error).toContain('charge_already_refunded')
    await shop.settle()
    expect(await refundsOf(order.orderId)).toHaveLength(1)
    expect(await refusal(refund(order.orderId))).toBe('nothing-to-refund')
  })

  test('two people at once cannot give back more than was paid', async () => {
    const order = await paid()
    const results = await Promise.all([1, 2, 3].map(() => refusal(refund(order.orderId))))
    expect(results.filter((result) => result === 'allowed')).toHaveLength(1)
    await shop.settle()
    expect(await refundsOf(order.orderId)).toHaveLength(1)
  })

  test('the same request twice is one refund and one audit entry', async () => {
    const order = await paid()
    const requestId = shop.requestId()
    const twice = await Promise.all([
      refund(order.orderId, { requestId }),
      refund(order.orderId, { requestId }),
    ])
    expect(twice.map((result) => result.commandId)).toEqual([requestId, requestId])
    await refund(order.orderId, { requestId })
    await shop.settle()
    expect(await refundsOf(order.orderId)).toHaveLength(1)
    expect(
      await shop.db.auditEntry.count({
        where: { action: 'order.refund', entityId: order.orderId },
      }),
    ).toBe(1)
  })
})
