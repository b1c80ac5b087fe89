import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveOrder, type LocalFacts } from './derive-order'
import type { ChargeFact, DisputeFact, RefundFact, StripeFacts } from './facts'

const now = new Date('2026-06-01T12:00:00Z')
const local: LocalFacts = {
  currency: 'USD',
  totalMinor: 4900n,
  expiresAt: new Date('2026-06-01T13:00:00Z'),
  isCancelled: false,
  isReplaced: false,
  isDuplicate: false,
  createSession: 'done',
  hasFailedAutoRefund: false,
  regionCountries: [],
  freePaidAt: null,
  accountClosedAt: null,
}
const charge: ChargeFact = {
  id: 'ch_1',
  status: 'succeeded',
  amountMinor: 4900n,
  currency: 'USD',
  failureCode: null,
  failureMessage: null,
  cardBrand: 'visa',
  cardLast4: '4242',
  cardCountry: 'US',
  billingName: null,
  billingAddress: null,
  createdAt: now,
  balance: null,
}
const refund = (amountMinor: bigint, status = 'succeeded', id = 're_1'): RefundFact => ({
  id,
  chargeId: 'ch_1',
  amountMinor,
  currency: 'USD',
  status,
  reason: null,
  commandId: '0190a0a0-0000-7000-8000-000000000001',
  createdAt: now,
  balance: null,
  failureBalance: null,
})
const dispute = (status: string, id = 'dp_1'): DisputeFact => ({
  id,
  chargeId: 'ch_1',
  amountMinor: 4900n,
  currency: 'USD',
  status,
  reason: 'fraudulent',
  evidenceDueBy: null,
  networkCode: null,
  hasEvidence: false,
  submissions: 0,
  isLate: false,
  createdAt: now,
  balances: [],
})
const unpaid: StripeFacts = { session: null, intent: null, charges: [], refunds: [], disputes: [] }
const paid: StripeFacts = { ...unpaid, charges: [charge] }
const session = (status: string, paymentStatus = 'unpaid') => ({
  id: 'cs_1',
  status,
  paymentStatus,
  amountTotalMinor: 4900n,
  currency: 'USD',
  paymentIntentId: null,
  url: null,
  expiresAt: local.expiresAt,
})

const statusOf = (facts: StripeFacts, rest: Partial<LocalFacts> = {}, at = now) =>
  deriveOrder({ ...local, ...rest }, facts, at).status

describe('deriveOrder', () => {
  test.each([
    ['open', null, 'awaiting_payment'],
    ['expired', null, 'expired'],
    ['complete', 'processing', 'processing'],
    ['complete', 'requires_payment_method', 'payment_failed'],
    ['complete', 'canceled', 'payment_failed'],
    ['a_new_status', null, 'awaiting_payment'],
  ])('a session that is %s with a payment that is %s → %s', (status, intent, expected) => {
    const facts = {
      ...unpaid,
      session: session(status),
      intent: intent ? { id: 'pi_1', status: intent } : null,
    }
    expect(statusOf(facts)).toBe(expected)
  })

  test('without a session: waits until its time is up, fails when none could be opened', () => {
    const tooLate = new Date(local.expiresAt.getTime() + 1)
    expect(statusOf(unpaid, { createSession: 'open' })).toBe('awaiting_payment')
    expect(statusOf(unpaid, { createSession: 'open' }, tooLate)).toBe('expired')
    expect(deriveOrder({ ...local, createSession: 'failed' }, unpaid, now)).toMatchObject({
      status: 'payment_failed',
      review: 'checkout_failed',
    })
    expect(statusOf(unpaid, { isCancelled: true })).toBe('cancelled')
    expect(statusOf(unpaid, { isReplaced: true })).toBe('expired')
  })

  test('money counts, whatever the session says: paid after it expired is paid', () => {
    expect(statusOf({ ...paid, session: session('expired') })).toBe('paid')
  })

  test.each([
    [{}, 'paid', 'active'],
    [{ refunds: [refund(100n)] }, 'partially_refunded', 'active'],
    [{ refunds: [refund(4900n)] }, 'refunded', 'taken'],
    [{ refunds: [refund(4900n, 'pending')] }, 'refunded', 'taken'],
    [{ refunds: [refund(4900n, 'failed')] }, 'paid', 'active'],
    [{ refunds: [refund(4900n, 'canceled')] }, 'paid', 'active'],
    [{ disputes: [dispute('needs_response')] }, 'disputed', 'held'],
    [{ disputes: [dispute('warning_needs_response')] }, 'paid', 'active'],
    [{ disputes: [dispute('won')] }, 'paid', 'active'],
    [{ disputes: [dispute('lost')] }, 'charged_back', 'taken'],
    [{ disputes: [dispute('appeal_under_review')] }, 'disputed', 'held'],
    [{ disputes: [dispute('a_new_status')] }, 'disputed', 'held'],
    [{ disputes: [dispute('lost'), dispute('won', 'dp_2')] }, 'charged_back', 'taken'],
    [{ refunds: [refund(4900n)], disputes: [dispute('needs_response')] }, 'refunded', 'taken'],
    [{ refunds: [refund(900n)], disputes: [dispute('under_review')] }, 'disputed', 'held'],
  ])('%o → %s, %s', (facts, status, access) => {
    expect(deriveOrder(local, { ...paid, ...facts }, now)).toMatchObject({ status, access })
  })

  test('another amount or currency than ordered → review, no access, no sale', () => {
    for (const wrong of [{ amountMinor: 4899n }, { currency: 'EUR' }]) {
      expect(
        deriveOrder(local, { ...paid, charges: [{ ...charge, ...wrong }] }, now),
      ).toMatchObject({
        status: 'processing',
        review: 'amount_mismatch',
        access: 'none',
        isMismatch: true,
        paidMinor: 0n,
      })
    }
  })

  test('a duplicate and a payment after the cancellation give nothing', () => {
    expect(deriveOrder({ ...local, isDuplicate: true }, paid, now)).toMatchObject({
      status: 'duplicate',
      access: 'none',
    })
    expect(deriveOrder({ ...local, isCancelled: true }, paid, now)).toMatchObject({
      status: 'cancelled',
      access: 'none',
      review: 'paid_after_cancel',
    })
  })

  test('the order in which facts are listed makes no difference', () => {
    const refunds = fc.array(
      fc.record({
        amount: fc.bigInt({ min: 1n, max: 2000n }),
        status: fc.constantFrom('pending', 'succeeded', 'failed', 'canceled'),
      }),
      { maxLength: 4 },
    )
    const statuses = fc.array(
      fc.constantFrom('warning_closed', 'needs_response', 'won', 'lost', 'prevented', 'new'),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(refunds, statuses, (given, disputes) => {
        const facts = {
          ...paid,
          refunds: given.map(({ amount, status }, i) => refund(amount, status, `re_${i}`)),
          disputes: disputes.map((status, i) => dispute(status, `dp_${i}`)),
        }
        const turned = {
          ...facts,
          refunds: facts.refunds.toReversed(),
          disputes: facts.disputes.toReversed(),
        }
        expect(deriveOrder(local, turned, now)).toEqual(deriveOrder(local, facts, now))
      }),
    )
  })

  test('access is open only with money that was neither given back nor taken', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 6000n }),
        fc.constantFrom('won', 'lost', 'needs_response', 'warning_closed'),
        (amount, status) => {
          const facts = { ...paid, refunds: [refund(amount)], disputes: [dispute(status)] }
          const { access } = deriveOrder(local, facts, now)
          const isKept = amount < 4900n && (status === 'won' || status === 'warning_closed')
          expect(access === 'active').toBe(isKept)
        },
      ),
    )
  })
})
