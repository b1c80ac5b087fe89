import { expect, test } from 'vitest'
import { nextStepOf } from './next-step'

const [soon, later] = [new Date('2026-12-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')]
const running = {
  status: 'active' as const,
  periodEnd: soon,
  trialEndsAt: null,
  cancelAt: null,
  pausedUntil: null,
  graceUntil: null,
  endedAt: null,
}

test('a running membership renews, unless its end is set', () => {
  expect(nextStepOf(running)).toEqual({ kind: 'renews', at: soon })
  expect(nextStepOf({ ...running, cancelAt: soon })).toEqual({ kind: 'ends', at: soon })
})

test('a trial ends', () => {
  const trial = { ...running, status: 'trialing' as const, trialEndsAt: later }
  expect(nextStepOf(trial)).toEqual({ kind: 'trialEnds', at: later })
})

test('while a payment is missing, what counts is when access closes', () => {
  const owing = { ...running, status: 'past_due' as const, graceUntil: later, cancelAt: soon }
  expect(nextStepOf(owing)).toEqual({ kind: 'closes', at: later })
  expect(nextStepOf({ ...owing, status: 'unpaid' })).toEqual({ kind: 'closed', at: later })
})

test('a pause ends, and what is over has ended', () => {
  expect(nextStepOf({ ...running, status: 'paused', pausedUntil: later })).toEqual({
    kind: 'resumes',
    at: later,
  })
  expect(nextStepOf({ ...running, status: 'ended', endedAt: soon })?.kind).toBe('ended')
})

test('nothing comes next of a checkout that is open', () => {
  expect(nextStepOf({ ...running, status: 'pending', periodEnd: null })).toBeNull()
})
