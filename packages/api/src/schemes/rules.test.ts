import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from './rules/calendar'
import { fiveYearCost } from './rules/five-year-cost'
import { nextAttempt } from './rules/next-attempt'
import { renewalDates } from './rules/renewal-dates'
import { type SchemeDocument, schemeDocument } from './schema/document'
import type { Sitting } from './schema/scheme'

const FOLDER = join(import.meta.dirname, '../../../db/seed/schemes')
const read = (slug: string): SchemeDocument =>
  schemeDocument.parse(JSON.parse(readFileSync(join(FOLDER, `${slug}.json`), 'utf8')))

const aws = read('aws-certified-ai-practitioner')
const google = read('google-cloud-professional-cloud-architect')
const microsoft = read('microsoft-certified-azure-solutions-architect-expert')
const iapp = read('iapp-artificial-intelligence-governance-professional')
const kubernetes = read('certified-kubernetes-administrator')
const usaii = read('usaii-certified-artificial-intelligence-engineer')
const own = read('archway-certified-ai-architect-associate')

const failed = (...days: string[]): Sitting[] => days.map((on) => ({ on, hasPassed: false }))
const passed = (on: string): Sitting => ({ on, hasPassed: true })

describe('the format', () => {
  test('describes every scheme that ships, own and external ones of eight bodies and more', () => {
    const names = readdirSync(FOLDER).map((name) => name.replace('.json', ''))
    const schemes = names.map(read)
    expect(schemes.filter(({ status }) => status === 'open').length).toBeGreaterThanOrEqual(12)
    expect(schemes.some(({ status }) => status === 'planned')).toBe(true)
  })

  test('refuses a rule whose source is not listed, weights that cannot make up the whole, and unknown words', () => {
    const broken = (change: Partial<Record<keyof SchemeDocument, unknown>>) =>
      schemeDocument.safeParse({ ...aws, ...change }).success
    expect(broken({ attempts: { ...aws.attempts, source: 'hearsay' } })).toBe(false)
    expect(
      broken({ blueprint: { ...aws.blueprint, domains: aws.blueprint?.domains.slice(1) } }),
    ).toBe(false)
    expect(schemeDocument.safeParse({ ...aws, prices: [] }).success).toBe(false)
  })
})

describe('when the exam may be sat next', () => {
  const today = '2026-03-02'
  test('nobody who has not sat it has to wait', () => {
    expect(nextAttempt(aws, [], today)).toEqual({ type: 'from', on: today, because: 'nothing' })
  })

  test('AWS: fourteen days after each failure', () => {
    expect(nextAttempt(aws, failed('2026-03-01'), today)).toEqual({
      type: 'from',
      on: '2026-03-15',
      because: 'wait',
    })
    expect(nextAttempt(aws, failed('2026-01-01', '2026-01-20'), today)).toMatchObject({ on: today })
  })

  test('Google: 14 days, 60 days, a year, and four in two years', () => {
    const days = ['2025-01-01', '2025-01-15', '2025-03-16', '2026-03-16']
    expect(
      days.map((_, at) => nextAttempt(google, failed(...days.slice(0, at + 1)), '2025-01-02')),
    ).toEqual([
      { type: 'from', on: '2025-01-15', because: 'wait' },
      { type: 'from', on: '2025-03-16', because: 'wait' },
      { type: 'from', on: '2026-03-16', because: 'wait' },
      { type: 'from', on: '2027-03-16', because: 'wait' },
    ])
    const quick = failed('2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04')
    expect(nextAttempt(google, quick, '2025-01-05')).toEqual({
      type: 'from',
      on: '2027-01-01',
      because: 'limit',
    })
  })

  test('Microsoft: a day, then fourteen; after five within a year, a year from the first', () => {
    expect(nextAttempt(microsoft, failed('2026-03-02'), today)).toMatchObject({ on: '2026-03-03' })
    const five = failed('2025-06-01', '2025-06-02', '2025-06-16', '2025-06-30', '2025-07-14')
    expect(nextAttempt(microsoft, five, '2025-07-15')).toEqual({
      type: 'from',
      on: '2026-06-01',
      because: 'limit',
    })
  })

  test('who passed waits for the renewal window, for the months that the body names, or is told that it is unknown', () => {
    expect(nextAttempt(google, [passed('2026-01-31')], today)).toEqual({
      type: 'from',
      on: '2027-12-02',
      because: 'passed',
    })
    expect(nextAttempt(aws, [passed('2026-01-31')], today)).toMatchObject({ on: '2028-01-31' })
    expect(nextAttempt(microsoft, [passed('2026-01-31')], today)).toEqual({ type: 'unknown' })
  })

  test('failures before a pass no longer count', () => {
    const sittings = [...failed('2023-12-30', '2024-01-01'), passed('2024-01-15')]
    expect(nextAttempt(google, sittings, '2025-12-01')).toMatchObject({ on: '2025-12-01' })
  })

  test('a planned exam is closed, one without known rules is unknown after the first sitting', () => {
    expect(nextAttempt({ ...own, status: 'planned' }, [], today)).toEqual({ type: 'closed' })
    expect(nextAttempt(usaii, failed('2026-01-01'), today)).toEqual({ type: 'unknown' })
  })

  test('another failure never brings the day nearer, and it is never in the past', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-01', n))
    fc.assert(
      fc.property(
        fc.constantFrom(aws, google, microsoft, iapp),
        fc.uniqueArray(day, { maxLength: 8 }),
        day,
        (scheme, days, now) => {
          const sittings = failed(...days.filter((on) => on <= now))
          const before = nextAttempt(scheme, sittings, now)
          const after = nextAttempt(scheme, [...sittings, ...failed(now)], now)
          if (before.type !== 'from' || after.type !== 'from') throw new Error('These have rules.')
          expect(before.on >= now).toBe(true)
          expect(after.on >= before.on).toBe(true)
        },
      ),
    )
  })
})

describe('how long it holds', () => {
  test('the window and the grace of Google, the end of a month kept', () => {
    expect(renewalDates(google, '2024-02-29')).toEqual({
      validUntil: '2026-02-28',
      opensOn: '2025-12-30',
      closesOn: '2026-03-30',
    })
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  })

  test('one that does not expire, and one of which nothing is known', () => {
    const forLife = read('microsoft-certified-azure-ai-fundamentals')
    expect(renewalDates(forLife, '2026-01-01')).toEqual({
      validUntil: null,
      opensOn: null,
      closesOn: null,
    })
    expect(renewalDates(usaii, '2026-01-01')).toBeNull()
  })
})

describe('what it costs over five years', () => {
  const twice = ['2025-12-01', '2026-01-01']
  test('AWS: one sitting and one renewal by the same exam', () => {
    expect(fiveYearCost(aws, ['2026-01-01'])).toMatchObject({
      currency: 'USD',
      totalMinor: 20_000,
      isComplete: true,
    })
  })

  test('Google renews for half, IAPP for the fee of its members’ upkeep, retakes at their own price', () => {
    expect(fiveYearCost(google, twice)?.totalMinor).toBe(20_000 * 2 + 10_000 * 2)
    expect(fiveYearCost(iapp, twice)?.totalMinor).toBe(79_900 + 62_500 + 25_000 * 2)
  })

  test('a second sitting that the first fee pays for is free', () => {
    const cost = fiveYearCost(kubernetes, twice)
    expect(cost?.lines.map(({ kind }) => kind)).toEqual(['attempt', 'renewal', 'renewal'])
  })

  test('what is not published is said to be missing, and no sum is made up', () => {
    const comptia = fiveYearCost(read('comptia-secai-plus'), ['2026-01-01'])
    expect(comptia).toMatchObject({ totalMinor: 35_900, isComplete: false })
    expect(fiveYearCost(usaii, ['2026-01-01'])).toBeNull()
  })
})
