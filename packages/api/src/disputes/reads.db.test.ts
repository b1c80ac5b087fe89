import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeLesson } from '../learning/commands/record-lesson'
import { submitQuiz } from '../learning/commands/submit-quiz'
import { postReview } from '../reviews/commands'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { readQuiz } from '../testing/learners'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { requireAdminDispute } from './reads/admin-dispute'
import { listAdminDisputes, listDisputeReasons } from './reads/admin-disputes'
import { requireEvidenceFacts } from './reads/evidence-facts'
import { evidencePack } from './rules/evidence-pack'
import { adminDisputesInput } from './schema'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

type NewDispute = Parameters<Shop['control']['createDispute']>[0]

async function disputed(given: Partial<NewDispute> = {}) {
  const order = await shop.paidOrder()
  const dispute = await shop.control.createDispute({
    paymentIntent: order.paymentIntent,
    ...given,
  })
  await shop.settle()
  return { ...order, disputeId: dispute.id }
}

const list = (over: Partial<Parameters<typeof adminDisputesInput.parse>[0] & object> = {}) =>
  listAdminDisputes(shop.db, adminDisputesInput.parse(over), shop.clock.now())

describe('the evidence on record', () => {
  it('is what the buyer bought, was told and did', async () => {
    const order = await shop.paidOrder()
    const enrolment = await shop.db.enrolment.findFirstOrThrow({
      where: { userId: order.buyer.userId },
    })
    const place = { enrolmentId: enrolment.id }
    const quiz = await readQuiz(shop.db, enrolment.revisionId ?? '')
    await completeLesson(shop.deps, order.buyer, { ...place, lessonKey: 'read' })
    await submitQuiz(shop.deps, order.buyer, {
      ...place,
      lessonKey: 'quiz',
      lessonId: quiz.lessonId,
      requestId: shop.requestId(),
      answers: quiz.right,
    })
    await postReview(shop.deps, order.buyer, {
      offeringId: order.course.id,
      rating: 5,
      title: 'Very good',
      body: 'I learnt a lot in this course.',
    })
    const second = await shop.checkOut(order.buyer, [(await shop.course(9900n)).id])
    await shop.pay(second)
    await shop.settle()
    const dispute = await shop.control.createDispute({ paymentIntent: order.paymentIntent })
    await shop.settle()

    const facts = await requireEvidenceFacts(shop.db, dispute.id, 'https://archway.test')
    expect(facts).toMatchObject({
      order: {
        email: order.buyer.email,
        ipAddress: order.buyer.ipAddress,
        lines: [{ amountMinor: 4900n, refund: { reason: 'too-far' } }],
      },
      access: [
        {
          lessons: [{ title: 'Read' }, { title: 'Quiz' }],
          quizzes: [{ title: 'Quiz', number: 1, scorePercent: 100 }],
        },
      ],
      mails: [{ what: 'Receipt', recipient: order.buyer.email }],
      otherOrders: [{ totalMinor: 9900n, isDisputed: false }],
      reviews: [{ rating: 5, title: 'Very good' }],
    })
    const pack = evidencePack(facts)
    expect(pack.access_activity_log).toContain('Quiz "Quiz", attempt 1: 100 %')
    expect(pack.uncategorized_text).toContain('5 of 5 for "An example course": Very good')
    expect(pack.uncategorized_text).toContain(`Receipt to ${order.buyer.email}`)
  })

  it('is none for a dispute that nobody has', async () => {
    expect(await refusal(requireEvidenceFacts(shop.db, 'dp_none', ''))).toBe('not-found')
  })
})

describe('the list of disputes', () => {
  it('begins with what waits for an answer, the nearest deadline first, and can be divided', async () => {
    const won = await disputed({ status: 'won' })
    const late = await disputed({ reason: 'duplicate' })
    const soon = await disputed()
    await shop.db.stripeDispute.update({
      where: { id: soon.disputeId },
      data: { evidenceDueBy: new Date(shop.clock.now().getTime() + 2.5 * 86_400_000) },
    })
    const all = (await list()).rows.map((row) => row.id)
    const own = all.filter((id) => [won, late, soon].some(({ disputeId }) => disputeId === id))
    expect(own).toEqual([soon.disputeId, late.disputeId, won.disputeId])
    expect((await list()).rows.find(({ id }) => id === soon.disputeId)).toMatchObject({
      daysLeft: 2,
      group: 'waiting',
    })
    expect((await list({ group: 'won' })).rows.map(({ id }) => id)).toEqual([won.disputeId])
    expect((await list({ reason: 'duplicate' })).rows.map(({ id }) => id)).toEqual([late.disputeId])
    expect(await listDisputeReasons(shop.db)).toContain('duplicate')
  })

  it('finds by order, buyer and id, and shows a status that nobody knows as the bank’s', async () => {
    const of = await disputed()
    await shop.db.stripeDispute.update({
      where: { id: of.disputeId },
      data: { status: 'arbitration' },
    })
    const order = await shop.db.order.findUniqueOrThrow({ where: { id: of.orderId } })
    for (const search of [`#${order.number}`, order.email, of.disputeId, of.paymentIntent]) {
      const found = await list({ search })
      expect(found.rows.map(({ id }) => id)).toContain(of.disputeId)
    }
    expect((await list({ group: 'reviewed' })).rows.map(({ id }) => id)).toEqual([of.disputeId])
    expect((await list({ search: '100%' })).rows).toEqual([])
  })
})

describe('a dispute', () => {
  it('shows its money to those who read the ledger, and to support what happened', async () => {
    const of = await disputed()
    const support = memberOf(await makeUser(shop.db), { roles: ['support'] })
    const now = shop.clock.now()
    const seen = await requireAdminDispute(shop.db, support, of.disputeId, now)
    expect(seen).toMatchObject({
      money: null,
      group: 'waiting',
      daysLeft: 9,
      access: [{ standing: 'suspended', stateReason: 'dispute-open' }],
      submit: { isAllowed: false, reason: 'not-allowed' },
      accept: { isAllowed: false, reason: 'not-allowed' },
    })
    expect(seen.events.map((event) => event.type)).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
    ])
  })
})
