import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getAttention } from '../orders/reads/attention'
import type { Member } from '../shared/actor'
import { memberOf } from '../testing/actors'
import { timesAtOnce } from '../testing/at-once'
import { standing } from '../testing/books'
import { makeUser } from '../testing/factories'
import { createShop, type Shop } from '../testing/shop'
import { remindOfDisputes } from './commands/remind-of-disputes'
import { submitEvidence } from './commands/submit-evidence'

let shop: Shop
let finance: Member
beforeAll(async () => {
  shop = await createShop()
  finance = await staff('finance')
  await staff('support')
  await staff('finance', { suspendedAt: shop.clock.now() })
})
afterAll(() => shop.close())
beforeEach(() => shop.db.mailMessage.deleteMany())

async function staff(role: 'finance' | 'support', data: Parameters<typeof makeUser>[1] = {}) {
  const user = await makeUser(shop.db, { ...data, roles: { create: { role } } })
  return memberOf(user, { roles: [role] })
}

type Status = NonNullable<Parameters<Shop['control']['moveDispute']>[0]>['status']

async function disputed(status?: Status) {
  const order = await shop.paidOrder()
  const dispute = await shop.control.createDispute({ paymentIntent: order.paymentIntent, status })
  await shop.settle()
  return { ...order, disputeId: dispute.id }
}

const mails = (template: string) =>
  shop.db.mailMessage.findMany({
    where: { template },
    orderBy: { createdAt: 'asc' },
    select: { recipient: true, params: true },
  })

describe('a dispute that opens', () => {
  it('is mailed once to who may answer it, whatever comes after', async () => {
    const { disputeId } = await disputed('warning_needs_response')
    await shop.control.moveDispute({ dispute: disputeId, status: 'needs_response' })
    await shop.settle()
    const sent = await mails('dispute-opened')
    expect(sent).toMatchObject([
      {
        recipient: finance.email,
        params: {
          amount: '$49',
          state: 'inquiry',
          url: `https://archway.test/admin/disputes/${disputeId}`,
        },
      },
    ])
    expect(sent[0]?.params).toMatchObject({ answerBy: expect.stringContaining('June 2026') })
  })

  it.each([
    [
      'needs_response',
      { state: 'open', reason: "the card's owner says that they did not make the payment" },
    ],
    ['prevented', { state: 'closed', answerBy: null }],
  ] as const)('as %s says what that means', async (status, params) => {
    await disputed(status)
    expect(await mails('dispute-opened')).toMatchObject([{ params }])
  })

  it('is named on the first page of the dashboard until it is answered', async () => {
    const { disputeId } = await disputed()
    const named = async () =>
      (await getAttention(shop.db, finance, shop.clock.now())).orders?.disputes.map(({ id }) => id)
    expect(await named()).toContain(disputeId)
    await answer(disputeId)
    expect(await named()).not.toContain(disputeId)
  })
})

const answer = (disputeId: string) =>
  submitEvidence(shop.deps, finance, {
    disputeId,
    requestId: shop.requestId(),
    reason: 'the course was used',
    evidence: { uncategorized_text: 'It was used.' },
  })

describe('the deadline of a dispute', () => {
  const dayMs = 86_400_000
  const moveTo = async (disputeId: string, daysBefore: number) => {
    const dispute = await shop.db.stripeDispute.findUniqueOrThrow({ where: { id: disputeId } })
    const due = dispute.evidenceDueBy?.getTime() ?? 0
    return {
      ...shop.deps,
      clock: { now: () => new Date(due - daysBefore * dayMs) },
    }
  }
  const reminders = async (disputeId: string) => {
    const sent = await shop.db.mailMessage.findMany({
      where: { key: { startsWith: `dispute-reminder:${disputeId}` } },
      orderBy: { createdAt: 'asc' },
    })
    return sent.map(({ recipient, params }) => ({
      recipient,
      days: Reflect.get(params as object, 'days'),
    }))
  }

  it('is recalled three days and one day before, once each, however often the clock strikes', async () => {
    const { disputeId } = await disputed()
    await remindOfDisputes(await moveTo(disputeId, 4))
    expect(await reminders(disputeId)).toEqual([])
    const three = await moveTo(disputeId, 2.9)
    await timesAtOnce(3, () => remindOfDisputes(three))
    await remindOfDisputes(await moveTo(disputeId, 1.5))
    const one = await moveTo(disputeId, 0.9)
    await timesAtOnce(3, () => remindOfDisputes(one))
    await remindOfDisputes(await moveTo(disputeId, -1))
    expect(await reminders(disputeId)).toEqual([
      { recipient: finance.email, days: 3 },
      { recipient: finance.email, days: 1 },
    ])
  })

  it('is nobody’s worry when the dispute was answered', async () => {
    const { disputeId } = await disputed()
    const near = await moveTo(disputeId, 0.5)
    await answer(disputeId)
    // Stripe's word for it may take a while: our own command is enough.
    await shop.db.stripeDispute.update({
      where: { id: disputeId },
      data: { status: 'needs_response' },
    })
    await remindOfDisputes(near)
    expect(await reminders(disputeId)).toEqual([])
  })
})

describe('an early fraud warning', () => {
  it('is written at the order and mailed once, and changes nothing', async () => {
    const order = await shop.paidOrder()
    const before = await standing(shop, order.orderId)
    const warn = () =>
      shop.control.emitEvent({
        type: 'radar.early_fraud_warning.created',
        object: {
          id: 'issfr_one',
          object: 'radar.early_fraud_warning',
          payment_intent: order.paymentIntent,
        },
      })
    // Two endpoints at one address: the same warning comes as two events.
    await warn()
    await warn()
    await shop.settle()
    await warn()
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual(before)
    expect(await mails('fraud-warning')).toMatchObject([
      { recipient: finance.email, params: { amount: '$49' } },
    ])
    const entries = await shop.db.auditEntry.count({
      where: { action: 'payment.early-fraud-warning', entityId: order.orderId },
    })
    expect(entries).toBe(1)
  })
})
