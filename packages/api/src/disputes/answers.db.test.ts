import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { memberOf } from '../testing/actors'
import { atOnce } from '../testing/at-once'
import { expectInvariants, standing } from '../testing/books'
import { makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { acceptDispute } from './commands/accept-dispute'
import { submitEvidence } from './commands/submit-evidence'
import { requireAdminDispute } from './reads/admin-dispute'

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
  return { ...order, disputeId: dispute.id, finance: await finance() }
}

const finance = async () => memberOf(await makeUser(shop.db), { roles: ['finance'] })
type Case = Awaited<ReturnType<typeof disputed>>

const send = (of: Case, over: { requestId?: string; text?: string } = {}) =>
  submitEvidence(shop.deps, of.finance, {
    disputeId: of.disputeId,
    requestId: over.requestId ?? shop.requestId(),
    reason: 'the course was used',
    evidence: { uncategorized_text: over.text ?? 'The buyer finished half of the course.' },
  })

const accept = (of: Case, requestId = shop.requestId()) =>
  acceptDispute(shop.deps, of.finance, { disputeId: of.disputeId, requestId, reason: 'our fault' })

const atStripe = (disputeId: string) => shop.stripe.disputes.retrieve(disputeId)
const read = (of: Case) => requireAdminDispute(shop.db, of.finance, of.disputeId, shop.clock.now())

describe('evidence', () => {
  it('goes to the bank once, frozen, with its entry in the audit log', async () => {
    const of = await disputed()
    expect(await send(of)).toEqual({ state: 'done', error: null })
    expect(await atStripe(of.disputeId)).toMatchObject({
      status: 'under_review',
      evidence: { uncategorized_text: 'The buyer finished half of the course.' },
      evidence_details: { submission_count: 1, has_evidence: true },
    })
    expect(await read(of)).toMatchObject({
      status: 'under_review',
      submissions: 1,
      hasEvidence: true,
      isLate: false,
      sent: { uncategorized_text: 'The buyer finished half of the course.' },
      submit: { isAllowed: false, reason: 'dispute-not-waiting' },
      audit: [{ action: 'dispute.submit-evidence', reason: 'the course was used' }],
    })
    expect(await refusal(send(of))).toBe('dispute-not-waiting')
  })

  it('that wins brings the access back; that loses takes it', async () => {
    const won = await disputed()
    await send(won, { text: 'winning_evidence' })
    await shop.settle()
    expect(await standing(shop, won.orderId)).toMatchObject({ status: 'paid', grants: ['active'] })
    const lost = await disputed()
    await send(lost, { text: 'losing_evidence' })
    await shop.settle()
    expect(await standing(shop, lost.orderId)).toMatchObject({
      status: 'charged_back',
      grants: ['revoked'],
    })
  })

  it('is one answer when the form is sent twice, also at once', async () => {
    const of = await disputed()
    const requestId = shop.requestId()
    const again = () => send(of, { requestId })
    expect(await atOnce(again, again, again)).toEqual(['allowed', 'allowed', 'allowed'])
    expect((await atStripe(of.disputeId)).evidence_details.submission_count).toBe(1)
    expect((await read(of)).audit).toHaveLength(1)
  })

  it('of two people at once is sent by one of them, and not beside an acceptance', async () => {
    const of = await disputed()
    const outcomes = await atOnce(
      () => send(of),
      () => send(of, { text: 'Another text.' }),
      () => accept(of),
    )
    expect(outcomes.filter((outcome) => outcome === 'allowed')).toHaveLength(1)
    expect((await read(of)).answers).toHaveLength(1)
  })

  it('is found again when Stripe took it and the answer got lost', async () => {
    const of = await disputed()
    const requestId = shop.requestId()
    await send(of, { requestId })
    await shop.db.stripeCommand.update({ where: { id: requestId }, data: { state: 'unknown' } })
    await shop.drain()
    expect(await shop.db.stripeCommand.findUnique({ where: { id: requestId } })).toMatchObject({
      state: 'done',
      resultId: of.disputeId,
    })
    expect((await atStripe(of.disputeId)).evidence_details.submission_count).toBe(1)
  })

  it('may be sent again when Stripe refused it', async () => {
    const of = await disputed()
    await shop.control.moveDispute({ dispute: of.disputeId, status: 'under_review' })
    // Our side has not heard of it yet.
    expect(await send(of)).toMatchObject({ state: 'failed' })
    expect((await read(of)).answers).toMatchObject([{ state: 'failed' }])
    expect(await refusal(send(of))).toBe('dispute-not-waiting')
  })

  it('for an inquiry may be followed by evidence for the chargeback that it became', async () => {
    const of = await disputed('warning_needs_response')
    expect(await send(of)).toMatchObject({ state: 'done' })
    await shop.control.moveDispute({ dispute: of.disputeId, status: 'needs_response' })
    await shop.settle()
    expect(await send(of)).toMatchObject({ state: 'done' })
    expect((await read(of)).submissions).toBe(2)
  })

  it('is refused after the deadline, for an appeal, and when nothing is asked', async () => {
    const late = await disputed()
    await shop.db.stripeDispute.update({
      where: { id: late.disputeId },
      data: { evidenceDueBy: shop.clock.now() },
    })
    expect(await refusal(send(late))).toBe('dispute-past-due')
    expect(await refusal(send(await disputed('appeal_needs_response')))).toBe('dispute-appeal')
    expect(await refusal(send(await disputed('won')))).toBe('dispute-not-waiting')
    expect(await refusal(send({ ...late, disputeId: 'dp_unknown' }))).toBe('not-found')
  })

  it('is no business of support, and a request id belongs to one answer', async () => {
    const of = await disputed()
    const support = memberOf(await makeUser(shop.db), { roles: ['support'] })
    expect(await refusal(send({ ...of, finance: support }))).toBe('not-allowed')
    const requestId = shop.requestId()
    await send(of, { requestId })
    expect(await refusal(send(await disputed(), { requestId }))).toBe('request-id-used')
  })
})

describe('a dispute that is accepted', () => {
  it('is lost at once, with the access, and can be accepted twice by the same request only', async () => {
    const of = await disputed()
    const requestId = shop.requestId()
    expect(await accept(of, requestId)).toEqual({ state: 'done', error: null })
    expect(await accept(of, requestId)).toEqual({ state: 'done', error: null })
    expect(await standing(shop, of.orderId)).toMatchObject({
      status: 'charged_back',
      grants: ['revoked'],
    })
    expect(await refusal(accept(of))).toBe('dispute-not-waiting')
  })

  it('is a chargeback: an inquiry ends with a refund instead', async () => {
    expect(await refusal(accept(await disputed('warning_needs_response')))).toBe(
      'dispute-not-acceptable',
    )
  })

  it('shows what it cost, from the ledger', async () => {
    const of = await disputed()
    await accept(of)
    expect((await read(of)).money).toEqual([
      {
        currency: 'USD',
        withdrawnMinor: 4900n,
        returnedMinor: 0n,
        feeMinor: 1500n,
        lossMinor: 1470n,
        providerMinor: 3430n,
      },
    ])
  })
})
