import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accessReasons, type Grant, grantStanding } from './rules'
import { grantSources, grantStates } from './schema'

const now = new Date('2026-06-01T12:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

const grantArb: fc.Arbitrary<Grant> = fc.record({
  id: fc.uuid(),
  sourceType: fc.constantFrom(...grantSources),
  sourceId: fc.uuid(),
  state: fc.constantFrom(...grantStates),
  stateReason: fc.constant(null),
  startsAt: fc.integer({ min: -5, max: 5 }).map(at),
  endsAt: fc.option(fc.integer({ min: -5, max: 5 }).map(at)),
})

test('access is at least one live grant, and every grant is accounted for', () => {
  fc.assert(
    fc.property(fc.array(grantArb), (grants) => {
      const access = accessReasons(grants, now)
      const live = grants.filter((grant) => grantStanding(grant, now) === 'live')
      expect(access.hasAccess).toBe(live.length > 0)
      expect(access.reasons).toHaveLength(grants.length)
      expect(access.reasons.slice(0, live.length).every((r) => r.standing === 'live')).toBe(true)
      if (access.until) expect(access.until.getTime()).toBeGreaterThan(now.getTime())
      if (live.some((grant) => grant.endsAt === null)) expect(access.until).toBeNull()
    }),
  )
})

test('begins with its start and ends with its end', () => {
  const grant: Grant = {
    id: 'g',
    sourceType: 'staff',
    sourceId: 's',
    state: 'active',
    stateReason: null,
    startsAt: now,
    endsAt: at(1),
  }
  expect(grantStanding(grant, at(-1))).toBe('not_started')
  expect(grantStanding(grant, now)).toBe('live')
  expect(grantStanding(grant, at(1))).toBe('ended')
  expect(grantStanding({ ...grant, state: 'suspended' }, now)).toBe('suspended')
})

test('without grants there is no access and nothing to say', () => {
  expect(accessReasons([], now)).toEqual({ hasAccess: false, until: null, reasons: [] })
})
