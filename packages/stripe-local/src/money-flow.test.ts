import Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DISPUTE_STATUSES } from './resources/disputes/states'
import { type Fixture, pay, startFixture } from './testing/fixture'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
afterAll(() => fixture.stop())
beforeEach(async () => {
  await fixture.control.reset()
})

async function net(): Promise<number> {
  const all = await fixture.stripe.balanceTransactions
    .list({ limit: 100 })
    .autoPagingToArray({ limit: 1000 })
  return all.reduce((sum, transaction) => sum + transaction.net, 0)
}

async function types(prefix: string): Promise<string[]> {
  const events = await fixture.stripe.events.list({ type: `${prefix}*`, limit: 100 })
  return events.data.map((event) => event.type).toReversed()
}

const PAID_NET = 4728

describe('refunds', () => {
  it('of everything, by PaymentIntent', async () => {
    const { paymentIntent, charge } = await pay(fixture)
    const refund = await fixture.stripe.refunds.create({
      payment_intent: paymentIntent,
      reason: 'requested_by_customer',
      metadata: { command_id: 'c1' },
      expand: ['balance_transaction'],
    })
    expect(refund).toMatchObject({
      amount: 4900,
      status: 'succeeded',
      charge,
      reason: 'requested_by_customer',
      metadata: { command_id: 'c1' },
      balance_transaction: { type: 'refund', amount: -4900, net: -4900, source: refund.id },
    })
    expect(await fixture.stripe.charges.retrieve(charge)).toMatchObject({
      amount_refunded: 4900,
      refunded: true,
    })
    expect(await net()).toBe(PAID_NET - 4900)
    await expect(fixture.stripe.refunds.create({ charge })).rejects.toMatchObject({
      code: 'charge_already_refunded',
      statusCode: 400,
    })
    expect(await types('refund.')).toEqual(['refund.created'])
    expect(await types('charge.refunded')).toHaveLength(1)
  })

  it('in parts, never more than is left', async () => {
    const { charge } = await pay(fixture)
    await fixture.stripe.refunds.create({ charge, amount: 1000 })
    await fixture.stripe.refunds.create({ charge, amount: 1000 })
    await expect(fixture.stripe.refunds.create({ charge, amount: 2901 })).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      param: 'amount',
    })
    await fixture.stripe.refunds.create({ charge })
    const listed = await fixture.stripe.refunds.list({ charge })
    expect(listed.data.map((refund) => refund.amount)).toEqual([2900, 1000, 1000])
    expect(await net()).toBe(PAID_NET - 4900)
    const [event] = (await fixture.stripe.events.list({ type: 'charge.refunded' })).data
    expect(event?.data).toMatchObject({
      object: { amount_refunded: 4900, refunded: true },
      previous_attributes: { amount_refunded: 2000, refunded: false },
    })
  })

  it('that fail after they had succeeded give the money back to the balance', async () => {
    const { charge } = await pay(fixture)
    const { id } = await fixture.stripe.refunds.create({ charge })
    await fixture.control.failRefund({ refund: id })
    const failed = await fixture.stripe.refunds.retrieve(id, {
      expand: ['failure_balance_transaction', 'charge'],
    })
    expect(failed).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
      failure_balance_transaction: { type: 'refund_failure', amount: 4900 },
      charge: { amount_refunded: 0, refunded: false },
    })
    expect(await net()).toBe(PAID_NET)
    const [event] = (await fixture.stripe.events.list({ type: 'refund.updated' })).data
    expect(event?.data).toMatchObject({ previous_attributes: { status: 'succeeded' } })
    expect(await types('refund.')).toEqual(['refund.created', 'refund.updated', 'refund.failed'])
    expect((await fixture.stripe.refunds.create({ charge })).status).toBe('succeeded')
  })

  it('can be pending first, and be cancelled only while they wait for the customer', async () => {
    const { charge } = await pay(fixture)
    await fixture.control.holdRefunds({ times: 1 })
    const pending = await fixture.stripe.refunds.create({ charge, amount: 100 })
    expect(pending).toMatchObject({ status: 'pending', pending_reason: 'processing' })
    await expect(fixture.stripe.refunds.cancel(pending.id)).rejects.toThrow('requires_action')
    await fixture.control.succeedRefund({ refund: pending.id })
    expect((await fixture.stripe.refunds.retrieve(pending.id)).status).toBe('succeeded')
    const waiting = await fixture.control.createRefund({
      charge,
      amount: 200,
      status: 'requires_action',
    })
    const cancelled = await fixture.stripe.refunds.cancel(waiting.id)
    expect(cancelled.status).toBe('canceled')
    expect(await net()).toBe(PAID_NET - 100)
  })

  it('of the test cards end by themselves', async () => {
    const slow = await pay(fixture, { card: '4000000000007726' })
    const first = await fixture.stripe.refunds.create({ charge: slow.charge })
    expect(first.status).toBe('pending')
    expect((await fixture.stripe.refunds.retrieve(first.id)).status).toBe('succeeded')
    const broken = await pay(fixture, { card: '4000000000005126' })
    const second = await fixture.stripe.refunds.create({ charge: broken.charge })
    expect(second.status).toBe('succeeded')
    expect((await fixture.stripe.refunds.retrieve(second.id)).status).toBe('failed')
  })
})

describe('disputes', () => {
  it.each([
    ['needs_response', -4900 - 1500, ['created', 'funds_withdrawn']],
    ['under_review', -6400, ['created', 'funds_withdrawn', 'updated']],
    ['won', -1500, ['created', 'funds_withdrawn', 'updated', 'funds_reinstated', 'closed']],
    ['lost', -6400, ['created', 'funds_withdrawn', 'updated', 'closed']],
    ['warning_needs_response', 0, ['created']],
    ['warning_under_review', 0, ['created', 'updated']],
    ['warning_closed', 0, ['created', 'updated', 'closed']],
    ['prevented', 0, ['created', 'closed']],
    [
      'appeal_needs_response',
      -6400,
      ['created', 'funds_withdrawn', 'updated', 'closed', 'updated'],
    ],
    [
      'appeal_under_review',
      -6400,
      ['created', 'funds_withdrawn', 'updated', 'closed', 'updated', 'updated'],
    ],
  ] as const)('that are %s move %i and say so', async (status, moved, events) => {
    const { charge, paymentIntent } = await pay(fixture)
    const before = await net()
    const dispute = await fixture.control.createDispute({ charge, status })
    const [listed] = (await fixture.stripe.disputes.list({ payment_intent: paymentIntent })).data
    expect(listed).toMatchObject({ id: dispute.id, status, amount: 4900, charge })
    expect((await net()) - before).toBe(moved)
    expect(await types('charge.dispute.')).toEqual(events.map((name) => `charge.dispute.${name}`))
    const posted = await fixture.stripe.balanceTransactions.list({ source: dispute.id })
    expect(posted.data.map((transaction) => transaction.id).toReversed()).toEqual(
      listed?.balance_transactions.map((transaction) => transaction.id),
    )
  })

  it('covers every status that there is', () => {
    expect(DISPUTE_STATUSES).toHaveLength(10)
  })

  it('block refunds while the bank holds the money, and allow them otherwise', async () => {
    const held = await pay(fixture)
    await fixture.control.createDispute({ charge: held.charge })
    await expect(fixture.stripe.refunds.create({ charge: held.charge })).rejects.toMatchObject({
      code: 'charge_disputed',
    })
    const asked = await pay(fixture)
    await fixture.control.createDispute({ charge: asked.charge, status: 'warning_needs_response' })
    expect((await fixture.stripe.refunds.create({ charge: asked.charge })).status).toBe('succeeded')
  })

  it('escalate from an inquiry, are lost, appealed and won', async () => {
    const { charge } = await pay(fixture)
    const { id } = await fixture.control.createDispute({ charge, status: 'warning_needs_response' })
    for (const status of [
      'needs_response',
      'lost',
      'appeal_needs_response',
      'appeal_under_review',
      'won',
    ] as const) {
      await fixture.control.moveDispute({ dispute: id, status })
    }
    const won = await fixture.stripe.disputes.retrieve(id)
    expect(won.status).toBe('won')
    expect(won.balance_transactions.map(({ amount, fee }) => [amount, fee])).toEqual([
      [-4900, 1500],
      [4900, 0],
    ])
    expect(await net()).toBe(PAID_NET - 1500)
    await expect(
      fixture.control.moveDispute({ dispute: id, status: 'under_review' }),
    ).rejects.toThrow('cannot go from won')
  })

  it('are answered with evidence, which decides test cases, or closed', async () => {
    const first = await pay(fixture)
    const dispute = await fixture.control.createDispute({ charge: first.charge })
    const submitted = await fixture.stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: 'winning_evidence', customer_name: 'Ada' },
    })
    expect(submitted).toMatchObject({
      status: 'under_review',
      evidence_details: { has_evidence: true, submission_count: 1 },
    })
    expect((await fixture.stripe.disputes.retrieve(dispute.id)).status).toBe('won')
    const second = await pay(fixture)
    const other = await fixture.control.createDispute({ charge: second.charge })
    const draft = await fixture.stripe.disputes.update(other.id, {
      evidence: { customer_name: 'Ada' },
      submit: false,
    })
    expect(draft.status).toBe('needs_response')
    expect((await fixture.stripe.disputes.close(other.id)).status).toBe('lost')
    await expect(fixture.stripe.disputes.close(other.id)).rejects.toThrow('needs_response')
  })

  it('come by themselves with the test cards for it', async () => {
    const { charge } = await pay(fixture, { card: '4000000000000259' })
    const [dispute] = (await fixture.stripe.disputes.list({ charge })).data
    expect(dispute).toMatchObject({ status: 'needs_response', reason: 'fraudulent' })
    expect((await fixture.stripe.charges.retrieve(charge)).disputed).toBe(true)
  })

  it('take only what was not refunded', async () => {
    const { charge } = await pay(fixture)
    await fixture.stripe.refunds.create({ charge, amount: 900 })
    const dispute = await fixture.control.createDispute({ charge })
    expect(dispute.amount).toBe(4000)
  })
})

describe('a live key', () => {
  it('keeps the server from starting', async () => {
    const { startStripeLocal } = await import('./server')
    await expect(startStripeLocal({ secretKey: 'sk_live_abc' })).rejects.toThrow('live key')
    const { readEnv } = await import('./env')
    expect(() => readEnv({ STRIPE_SECRET_KEY: 'rk_live_abc' })).toThrow('live key')
    expect(() => readEnv({ STRIPE_LOCAL_PORT: 'twelve' })).toThrow('STRIPE_LOCAL_PORT')
    expect(readEnv({}).STRIPE_LOCAL_PORT).toBe(12111)
    expect(Stripe.API_VERSION).toBe('2026-10-28.endive')
  })
})
