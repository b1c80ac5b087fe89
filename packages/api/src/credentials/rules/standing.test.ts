import { expect, test } from 'vitest'
import { standingOf } from './standing'

const validFrom = new Date('2026-01-01T00:00:00Z')
const validUntil = new Date('2027-01-01T00:00:00Z')
const credential = { state: 'valid', validFrom, validUntil } as const
const at = (text: string) => new Date(text)

test('70 expiry boundary UTC', () => {
  expect(standingOf(credential, at('2026-12-31T23:59:59.999Z'))).toBe('valid')
  expect(standingOf(credential, at('2027-01-01T00:00:00Z'))).toBe('expired')
  expect(standingOf({ ...credential, validUntil: null }, at('2099-01-01T00:00:00Z'))).toBe('valid')
})

test('71 not-yet-valid', () => {
  expect(standingOf(credential, at('2025-12-31T23:59:59.999Z'))).toBe('not-yet')
  expect(standingOf(credential, validFrom)).toBe('valid')
})

test('what was decided comes before the dates', () => {
  for (const state of ['suspended', 'revoked', 'superseded'] as const) {
    expect(standingOf({ ...credential, state }, validUntil)).toBe(state)
  }
})
