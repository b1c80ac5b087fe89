import { expect, test } from 'vitest'
import { type OfferedReason, reasonKeys, revokeEffect } from './rules'

const reason = (
  grantId: string,
  cause: string,
  offeringId: string,
  standing: OfferedReason['standing'] = 'live',
): OfferedReason => ({
  grantId,
  source: 'order_line',
  sourceId: cause,
  standing,
  offering: { id: offeringId, title: offeringId },
})

test('grants of one cause fall together, and what else opens the same remains', () => {
  const reasons = [
    reason('g1', 'program', 'program'),
    reason('g2', 'program', 'course-a'),
    reason('g3', 'program', 'course-b'),
    reason('g4', 'other', 'course-a'),
    reason('g5', 'older', 'course-b', 'revoked'),
  ]
  expect(revokeEffect(reasons, 'g1')).toEqual([
    { offeringId: 'program', title: 'program', remains: false },
    { offeringId: 'course-a', title: 'course-a', remains: true },
    { offeringId: 'course-b', title: 'course-b', remains: false },
  ])
})

test('a grant that is not live ends nothing, and an unknown one neither', () => {
  expect(revokeEffect([reason('g1', 'c', 'o', 'ended')], 'g1')).toEqual([])
  expect(revokeEffect([], 'g1')).toEqual([])
})

test('a reason is worded by its cause, the program it is part of, and whether it ends', () => {
  const program = { id: 'p', title: 'Program' }
  expect(reasonKeys({ source: 'order_line', standing: 'live', endsAt: null }, { program })).toEqual(
    { cause: 'order_line-in-program', standing: 'live' },
  )
  expect(
    reasonKeys({ source: 'staff', standing: 'live', endsAt: new Date(0) }, { program: null }),
  ).toEqual({ cause: 'staff', standing: 'live-until' })
  expect(
    reasonKeys({ source: 'free', standing: 'ended', endsAt: new Date(0) }, { program: null }),
  ).toEqual({ cause: 'free', standing: 'ended' })
})
