import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../schemes/rules/calendar'
import { nextAttempt } from '../../schemes/rules/next-attempt'
import { schemeDocument } from '../../schemes/schema/document'
import { mayStart, type PastSitting, type StartQuestion } from './may-start'

const source = 'plan'
const scheme = schemeDocument.parse({
  schemaVersion: 1,
  code: 'T-1',
  status: 'open',
  sources: { plan: { title: 'Plan', url: null, verifiedOn: '2026-01-01' } },
  blueprint: null,
  prerequisites: null,
  exam: null,
  scoring: null,
  attempts: {
    waitsDays: [1, 14, 14, 60],
    limit: { count: 5, months: 12 },
    afterPass: { type: 'until_renewal' },
    source,
  },
  booking: null,
  fees: null,
  validity: { months: 36, source },
  renewal: {
    options: [{ kind: 'exam', title: 'The exam again', fee: null }],
    opensDaysBefore: 180,
    graceDays: 30,
    source,
  },
  accommodations: null,
  agreements: null,
  appeals: null,
})
const now = new Date('2026-11-24T10:00:00Z')
const later = (from: Date, days: number) => new Date(from.getTime() + days * 86_400_000)
const voucher = {
  id: 'v1',
  state: 'available' as const,
  createdAt: later(now, -30),
  validUntil: later(now, 300),
}
const ask = (more: Partial<StartQuestion> = {}) =>
  mayStart({ scheme, history: [], unmet: [], vouchers: [voucher], now, ...more })
const failed = (...daysAgo: number[]): PastSitting[] =>
  daysAgo.map((days) => ({ endedAt: later(now, -days), outcome: 'fail' }))
const refusal = (more: Partial<StartQuestion>) => {
  const answer = ask(more)
  return answer.ok ? 'ok' : [answer.reason, answer.possibleFrom?.toISOString() ?? null]
}

describe('who may start', () => {
  it('lets in whoever has a voucher, until it ends', () => {
    expect(ask()).toEqual({
      ok: true,
      purpose: 'first',
      voucherId: 'v1',
      windowEndsAt: voucher.validUntil,
    })
    expect(refusal({ scheme: { ...scheme, status: 'planned' } })).toEqual(['exam-not-open', null])
  })

  it('21 retake-before-wait: a day, two weeks, two weeks, two months, to the second', () => {
    expect(refusal({ history: failed(0.5) })).toEqual(['exam-wait', '2026-11-24T22:00:00.000Z'])
    expect(ask({ history: failed(1) })).toMatchObject({ ok: true, purpose: 'resit' })
    expect(refusal({ history: failed(20, 13) })).toEqual(['exam-wait', '2026-11-25T10:00:00.000Z'])
    expect(refusal({ history: failed(40, 20, 13) })).toEqual([
      'exam-wait',
      '2026-11-25T10:00:00.000Z',
    ])
    expect(refusal({ history: failed(90, 80, 70, 59) })).toEqual([
      'exam-wait',
      '2026-11-25T10:00:00.000Z',
    ])
  })

  it('22 sixth-attempt-in-12-months, 23 attempt-in-other-language-counts', () => {
    const five = failed(360, 300, 250, 200, 100)
    expect(refusal({ history: five })).toEqual(['exam-limit-reached', '2026-11-29T10:00:00.000Z'])
    expect(ask({ history: failed(366, 300, 250, 200, 100) })).toMatchObject({ ok: true })
  })

  it('says no earlier and no later day than the calculator of the certification', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 8 })
    fc.assert(
      fc.property(days, (ago) => {
        const history = failed(...ago.map((day) => day + 0.1))
        const answer = ask({ history })
        const sittings = history.map(({ endedAt }) => ({ on: dayOf(endedAt), hasPassed: false }))
        const next = nextAttempt(scheme, sittings, dayOf(now))
        if (next.type !== 'from') throw new Error('unknown')
        if (answer.ok) expect(next.on <= dayOf(now)).toBe(true)
        else expect(next.on).toBe(dayOf(answer.possibleFrom!))
      }),
    )
  })

  it('24 retake-after-pass-blocked, and while a result is not out', () => {
    const passed: PastSitting[] = [{ endedAt: later(now, -10), outcome: 'pass' }]
    expect(refusal({ history: passed })).toEqual([
      'exam-passed-already',
      '2029-05-18T00:00:00.000Z',
    ])
    const pending: PastSitting[] = [{ endedAt: later(now, -1), outcome: 'pending' }]
    expect(refusal({ history: pending })).toEqual(['exam-result-pending', null])
  })

  it('25 renewal-window-not-open / grace / too-late', () => {
    const history: PastSitting[] = [{ endedAt: new Date('2024-01-31T12:00:00Z'), outcome: 'pass' }]
    const vouchers = [
      { ...voucher, createdAt: later(now, -200), validUntil: new Date('2028-01-01T00:00:00Z') },
    ]
    const at = (day: string) => ask({ history, vouchers, now: new Date(`${day}T12:00:00Z`) })
    expect(at('2026-08-03')).toMatchObject({ ok: false, reason: 'exam-passed-already' })
    expect(at('2026-08-04')).toMatchObject({ ok: true, purpose: 'renewal' })
    expect(at('2027-03-02')).toMatchObject({ ok: true, purpose: 'renewal' })
    expect(at('2027-03-03')).toMatchObject({ ok: true, purpose: 'first' })
  })

  it('26 missing-prerequisite: named', () => {
    expect(ask({ unmet: ['AI Architect Path'] })).toEqual({
      ok: false,
      reason: 'exam-prerequisite-missing',
      possibleFrom: null,
      missing: 'AI Architect Path',
    })
  })

  it('28 expired-voucher, none, held, used up', () => {
    const only = (change: object) => refusal({ vouchers: [{ ...voucher, ...change }] })
    expect(only({ validUntil: now })).toEqual(['exam-voucher-expired', null])
    expect(refusal({ vouchers: [] })).toEqual(['exam-voucher-missing', null])
    expect(only({ state: 'held' })).toEqual(['exam-voucher-held', null])
    expect(only({ state: 'used' })).toEqual(['exam-voucher-missing', null])
  })

  it('takes the voucher that ends first, and keeps the days of the booking', () => {
    const sooner = { ...voucher, id: 'v2', validUntil: later(now, 2) }
    expect(ask({ vouchers: [voucher, sooner] })).toMatchObject({ voucherId: 'v2' })
    const booked = {
      ...scheme,
      booking: { opensAfterDays: 25, withinDays: 175, source },
    }
    const bought = (daysAgo: number) => [{ ...voucher, createdAt: later(now, -daysAgo) }]
    expect(refusal({ scheme: booked, vouchers: bought(24) })).toEqual([
      'exam-window-not-open',
      '2026-11-25T10:00:00.000Z',
    ])
    expect(ask({ scheme: booked, vouchers: bought(25) })).toMatchObject({
      windowEndsAt: later(now, 175),
    })
    expect(refusal({ scheme: booked, vouchers: bought(200) })).toEqual([
      'exam-voucher-expired',
      null,
    ])
  })
})
