import { describe, expect, it } from 'vitest'
import type { DerivedSubscription } from './derive-subscription'
import type { InvoiceFact, SubscriptionFacts } from './facts'
import { type Before, type Notice, noticesOf, paymentStage } from './notices'

const at = (day: string) => new Date(`${day}T12:00:00Z`)

const running: DerivedSubscription = {
  status: 'active',
  review: null,
  access: { state: 'open', until: at('2027-03-01'), afterwards: 'membership-unpaid' },
  periodStart: at('2026-03-01'),
  periodEnd: at('2027-03-01'),
  trialEndsAt: null,
  cancelAt: null,
  pausedUntil: null,
  graceUntil: null,
  failing: null,
}
const was: Before = { status: 'active', cancelAt: null, interval: 'year' }

function factsWith(interval: string, invoices: InvoiceFact[] = []): SubscriptionFacts {
  const fact = { id: 'sub_1', interval } as NonNullable<SubscriptionFacts['subscription']>
  return { session: null, subscription: fact, others: [], invoices }
}

const kinds = (notices: Notice[]) => notices.map(({ kind }) => kind)
const told = (
  derived: Partial<DerivedSubscription>,
  day: string,
  { before = was, facts = factsWith('year') }: { before?: Before; facts?: SubscriptionFacts } = {},
) => noticesOf(before, { ...running, ...derived }, facts, at(day))

describe('a charge that is coming', () => {
  const trial = { status: 'trialing', trialEndsAt: at('2026-03-08') } as const

  it.each([
    ['2026-03-04', false],
    ['2026-03-05', true],
    ['2026-03-07', true],
    ['2026-03-08', false],
  ])('of a trial that ends on 8 March is told on %s: %s', (day, isTold) => {
    expect(kinds(told(trial, day)).includes('trial-ending')).toBe(isTold)
  })

  it.each([
    ['2027-02-14', false],
    ['2027-02-15', true],
    ['2027-02-28', true],
    ['2027-03-01', false],
  ])('for a year that ends on 1 March is told on %s: %s', (day, isTold) => {
    expect(kinds(told({}, day)).includes('renewal')).toBe(isTold)
  })

  it('is not told of a month, nor of what was cancelled', () => {
    expect(kinds(told({}, '2027-02-28', { facts: factsWith('month') }))).not.toContain('renewal')
    const cancelled = { cancelAt: at('2027-03-01') }
    const before = { ...was, ...cancelled }
    expect(kinds(told(cancelled, '2027-02-28', { before }))).toEqual(['started'])
    expect(kinds(told({ ...trial, cancelAt: at('2026-03-08') }, '2026-03-07'))).toEqual([
      'started',
      'cancelled',
    ])
  })
})

describe('a payment that fails', () => {
  const firstFailedAt = at('2026-04-01')
  const graceUntil = at('2026-04-15')
  const failing = { id: 'in_1', firstFailedAt, nextAttemptAt: at('2026-04-04') } as InvoiceFact
  const owed = { status: 'past_due', failing, graceUntil } as const

  it.each([
    ['2026-04-01', 'first'],
    ['2026-04-07', 'first'],
    ['2026-04-08', 'second'],
    ['2026-04-11', 'second'],
    ['2026-04-12', 'last'],
    ['2026-04-14', 'last'],
    ['2026-04-15', 'closed'],
  ])('stands on %s at its reminder: %s', (day, stage) => {
    expect(paymentStage(firstFailedAt, graceUntil, at(day))).toBe(stage)
    expect(told(owed, day)).toEqual([
      {
        kind: 'payment-failed',
        cause: `in_1:${stage}`,
        stage,
        accessUntil: graceUntil,
        nextAttemptAt: at('2026-04-04'),
      },
    ])
  })

  it('says when Stripe has given up that access is closed, whatever the day', () => {
    expect(told({ ...owed, status: 'unpaid' }, '2026-04-02')).toMatchObject([{ stage: 'closed' }])
  })

  it('is told to be over once, for the invoice that was paid after all', () => {
    const paid = [
      { id: 'in_0', status: 'paid', firstFailedAt: at('2026-01-01'), createdAt: at('2026-01-01') },
      { id: 'in_1', status: 'paid', firstFailedAt, createdAt: firstFailedAt },
      { id: 'in_2', status: 'paid', firstFailedAt: null, createdAt: at('2026-05-01') },
    ] as InvoiceFact[]
    const facts = factsWith('year', paid)
    for (const status of ['past_due', 'unpaid'] as const) {
      expect(told({}, '2026-04-09', { before: { ...was, status }, facts })).toContainEqual({
        kind: 'recovered',
        cause: 'in_1',
      })
    }
    expect(kinds(told({}, '2026-04-09', { facts }))).not.toContain('recovered')
  })
})

describe('changes', () => {
  it('tells of another plan once per period that begins with it', () => {
    const facts = factsWith('month')
    expect(told({}, '2026-06-01', { facts })).toContainEqual({
      kind: 'plan-changed',
      cause: `month:${at('2026-03-01').toISOString()}`,
      next: at('2027-03-01'),
    })
    const begins = { status: 'pending', cancelAt: null, interval: null } as const
    expect(kinds(told({}, '2026-06-01', { before: begins, facts }))).toEqual(['started'])
    expect(kinds(told({}, '2026-06-01'))).toEqual(['started'])
  })

  it('tells of a cancellation and of the end once, and of a duplicate nothing', () => {
    const cancelAt = at('2027-03-01')
    expect(told({ cancelAt }, '2026-06-01')).toContainEqual({
      kind: 'cancelled',
      cause: cancelAt.toISOString(),
      at: cancelAt,
    })
    const before = { ...was, cancelAt }
    expect(kinds(told({ cancelAt }, '2026-06-02', { before }))).not.toContain('cancelled')
    expect(kinds(told({ status: 'ended' }, '2027-03-01', { before }))).toEqual(['ended'])
    const ended = { ...before, status: 'ended' } as const
    expect(kinds(told({ status: 'ended' }, '2027-03-02', { before: ended }))).toEqual([])
    expect(told({ status: 'duplicate', cancelAt }, '2026-06-01')).toEqual([])
  })
})
