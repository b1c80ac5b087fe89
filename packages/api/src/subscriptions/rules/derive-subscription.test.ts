import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deriveSubscription,
  graceDays,
  type LocalSubscription,
  renewalSlackHours,
} from './derive-subscription'
import type { InvoiceFact, SubscriptionFact, SubscriptionFacts } from './facts'

const day = 86_400_000
const start = new Date('2026-06-01T12:00:00Z')
const on = (days: number) => new Date(start.getTime() + days * day)

const local: LocalSubscription = {
  expiresAt: on(1),
  hasNoSession: false,
  isDuplicate: false,
  graceExtendedTo: null,
  takenInvoiceIds: new Set(),
  heldInvoiceIds: new Set(),
}

const subscription = (data: Partial<SubscriptionFact> = {}): SubscriptionFact => ({
  id: 'sub_1',
  customerId: 'cus_1',
  status: 'active',
  itemId: 'si_1',
  productId: 'prod_1',
  currency: 'USD',
  amountMinor: 2900n,
  interval: 'month',
  periodStart: start,
  periodEnd: on(30),
  trialEnd: null,
  cancelAt: null,
  cancelAtPeriodEnd: false,
  endedAt: null,
  isPaused: false,
  resumesAt: null,
  createdAt: start,
  ...data,
})

const invoice = (data: Partial<InvoiceFact> = {}): InvoiceFact => ({
  id: 'in_1',
  stripeSubscriptionId: 'sub_1',
  status: 'paid',
  billingReason: 'subscription_cycle',
  currency: 'USD',
  totalMinor: 2900n,
  amountDueMinor: 2900n,
  amountPaidMinor: 2900n,
  periodStart: start,
  periodEnd: on(30),
  paymentIntentId: 'pi_1',
  attemptCount: 1,
  firstFailedAt: null,
  nextAttemptAt: null,
  hostedUrl: null,
  createdAt: start,
  paidAt: start,
  ...data,
})

const facts = (
  data: Partial<SubscriptionFact> | null,
  ...invoices: InvoiceFact[]
): SubscriptionFacts => ({
  session: null,
  subscription: data && subscription(data),
  others: [],
  invoices,
})

const renewed = { periodStart: on(30), periodEnd: on(60) }
const failing = (firstFailedAt: Date) =>
  invoice({ id: 'in_2', ...renewed, status: 'open', amountPaidMinor: 0n, firstFailedAt })

const untilOf = (given: SubscriptionFacts, now: Date, own = local) => {
  const { access } = deriveSubscription(own, given, now)
  return access.state === 'open' ? access.until : null
}
const isOpen = (given: SubscriptionFacts, now: Date, own = local) =>
  (untilOf(given, now, own)?.getTime() ?? 0) > now.getTime()

describe('a membership', () => {
  it('waits for its checkout, and expires without one', () => {
    const of = (session: SubscriptionFacts['session'], now: Date, own = local) =>
      deriveSubscription(own, { ...facts(null), session }, now)
    const open = { id: 'cs_1', status: 'open', url: null }
    expect(of(open, on(0)).status).toBe('pending')
    expect(of({ ...open, status: 'expired' }, on(0)).status).toBe('expired')
    expect(of(null, on(0)).status).toBe('pending')
    expect(of(null, on(2)).status).toBe('expired')
    expect(of(null, on(0), { ...local, hasNoSession: true })).toMatchObject({
      status: 'expired',
      review: 'checkout_failed',
      access: { state: 'none' },
    })
  })

  it('is open through a trial and a paid period, and a little longer until the next is known', () => {
    const slack = (days: number) => new Date(on(days).getTime() + renewalSlackHours * 3_600_000)
    expect(untilOf(facts({ status: 'trialing', trialEnd: on(7) }), on(1))).toEqual(slack(7))
    expect(untilOf(facts({}, invoice()), on(1))).toEqual(slack(30))
    expect(isOpen(facts({}), on(1))).toBe(false)
  })

  it('ends exactly when it was cancelled for, whichever way that was said', () => {
    for (const data of [{ cancelAtPeriodEnd: true }, { cancelAt: on(30) }]) {
      const given = facts(data, invoice())
      expect(untilOf(given, on(1))).toEqual(on(30))
      expect(deriveSubscription(local, given, on(1)).cancelAt).toEqual(on(30))
    }
    expect(untilOf(facts({ cancelAt: on(10) }, invoice()), on(1))).toEqual(on(10))
  })

  it('stays open from the first failed payment for the days of grace, whatever is tried again', () => {
    const given = facts({ status: 'past_due', ...renewed }, invoice(), failing(on(30)))
    const derived = deriveSubscription(local, given, on(31))
    expect(derived).toMatchObject({ status: 'past_due', graceUntil: on(30 + graceDays) })
    expect(untilOf(given, on(31))).toEqual(on(30 + graceDays))
    const retried = { ...failing(on(30)), attemptCount: 4, nextAttemptAt: on(50) }
    const later = facts({ status: 'past_due', ...renewed }, invoice(), retried)
    expect(untilOf(later, on(43))).toEqual(on(30 + graceDays))
    const extended = { ...local, graceExtendedTo: on(50) }
    expect(untilOf(later, on(43), extended)).toEqual(on(50))
  })

  it('counts the grace from the oldest invoice that is owed', () => {
    const next = invoice({
      ...failing(on(60)),
      id: 'in_3',
      periodStart: on(60),
      periodEnd: on(90),
    })
    const period = { periodStart: on(60), periodEnd: on(90) }
    const given = facts({ status: 'past_due', ...period }, invoice(), failing(on(30)), next)
    expect(isOpen(given, on(61))).toBe(false)
  })

  it('opens nothing while it is unpaid, ended, incomplete, paused or unknown', () => {
    const closed = ['unpaid', 'canceled', 'incomplete', 'incomplete_expired', 'paused', 'napping']
    for (const status of closed) expect(isOpen(facts({ status }, invoice()), on(1))).toBe(false)
    expect(deriveSubscription(local, facts({ status: 'napping' }), on(1))).toMatchObject({
      status: 'held',
      review: 'unknown_status',
      access: { state: 'held', reason: 'membership-unknown' },
    })
  })

  it('keeps what is paid for when it is paused, and nothing after it', () => {
    const given = facts({ isPaused: true, resumesAt: on(90) }, invoice())
    expect(deriveSubscription(local, given, on(1))).toMatchObject({
      status: 'paused',
      pausedUntil: on(90),
      access: { state: 'open', until: on(30), afterwards: 'membership-paused' },
    })
  })

  it('closes with the money that paid for now, and is held while it is disputed', () => {
    const given = facts({}, invoice())
    const taken = { ...local, takenInvoiceIds: new Set(['in_1']) }
    const held = { ...local, heldInvoiceIds: new Set(['in_1']) }
    const access = (own: LocalSubscription, at: Date) =>
      deriveSubscription(own, given, at).access.state
    expect([access(taken, on(1)), access(held, on(1))]).toEqual(['closed', 'held'])
    const two = facts({ ...renewed }, invoice(), invoice({ id: 'in_2', ...renewed }))
    expect(isOpen(two, on(31), taken)).toBe(true)
  })

  it('reaches no further than the current period after a change that credited the rest', () => {
    const yearly = invoice({ periodEnd: on(365) })
    const credited = invoice({
      id: 'in_2',
      periodStart: on(10),
      periodEnd: on(40),
      totalMinor: -1n,
    })
    const given = facts({ periodStart: on(10), periodEnd: on(40) }, yearly, credited)
    expect(untilOf(given, on(11))).toEqual(
      new Date(on(40).getTime() + renewalSlackHours * 3_600_000),
    )
  })
})

const status = fc.constantFrom(
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'canceled',
  'incomplete',
  'incomplete_expired',
  'paused',
  'something_new',
)
const moment = fc.integer({ min: -10, max: 120 }).map(on)
const anInvoice = fc
  .record({
    from: fc.integer({ min: 0, max: 90 }),
    days: fc.constantFrom(7, 30, 365),
    status: fc.constantFrom('paid', 'open', 'draft', 'void', 'uncollectible'),
    firstFailedAt: fc.option(moment, { nil: null }),
    totalMinor: fc.bigInt({ min: -10_000n, max: 10_000n }),
  })
  .map(({ from, days, ...rest }) =>
    invoice({ ...rest, periodStart: on(from), periodEnd: on(from + days) }),
  )
const history = fc.record({
  status,
  from: fc.integer({ min: 0, max: 90 }),
  days: fc.constantFrom(30, 365),
  trialEnd: fc.option(moment, { nil: null }),
  cancelAt: fc.option(moment, { nil: null }),
  cancelAtPeriodEnd: fc.boolean(),
  isPaused: fc.boolean(),
  invoices: fc.array(anInvoice, { maxLength: 5 }),
})
const factsOf = ({
  invoices,
  from,
  days,
  ...data
}: typeof history extends fc.Arbitrary<infer T> ? T : never) =>
  facts(
    { ...data, periodStart: on(from), periodEnd: on(from + days) },
    ...invoices.map((row, index) => ({ ...row, id: `in_${index}` })),
  )

describe('of any history', () => {
  it('nothing is open without a trial, a paid period, one under way, or grace for one that failed', () => {
    fc.assert(
      fc.property(history, moment, (given, now) => {
        const known = factsOf(given)
        if (!isOpen(known, now)) return
        const hasMoney = known.invoices.some(({ status: state }) => state === 'paid')
        const isUnderway = known.invoices.some(({ status: state }) =>
          ['open', 'draft'].includes(state),
        )
        const isTried = given.status === 'trialing' && given.trialEnd !== null
        const isOwed = known.invoices.some((row) => row.firstFailedAt !== null)
        expect(hasMoney || isUnderway || isTried || isOwed).toBe(true)
        expect(['trialing', 'active', 'past_due']).toContain(given.status)
      }),
      { numRuns: 2000 },
    )
  })

  it('retries never lengthen the grace, and later failures never do', () => {
    fc.assert(
      fc.property(history, moment, fc.array(moment, { maxLength: 4 }), (given, now, retries) => {
        const known = factsOf({ ...given, status: 'past_due' })
        const before = deriveSubscription(local, known, now)
        if (!before.failing?.firstFailedAt) return
        const first = before.failing.firstFailedAt.getTime()
        const again = retries
          .filter((time) => time.getTime() >= first)
          .map((firstFailedAt, index) => ({
            ...failing(firstFailedAt),
            id: `in_again_${index}`,
            periodEnd: on(30),
          }))
        const retried = known.invoices.map((row) => ({
          ...row,
          attemptCount: row.attemptCount + 3,
          nextAttemptAt: on(200),
        }))
        const after = deriveSubscription(local, { ...known, invoices: [...retried, ...again] }, now)
        expect(after.graceUntil).toEqual(before.graceUntil)
        expect(before.graceUntil?.getTime()).toBe(first + graceDays * day)
      }),
      { numRuns: 2000 },
    )
  })

  it('nothing is open beyond the moment for which it was cancelled', () => {
    fc.assert(
      fc.property(history, moment, (given, now) => {
        const derived = deriveSubscription(local, factsOf(given), now)
        const { access, cancelAt } = derived
        if (access.state === 'open' && cancelAt) {
          expect(access.until.getTime()).toBeLessThanOrEqual(cancelAt.getTime())
        }
      }),
      { numRuns: 2000 },
    )
  })
})
