import { describe, expect, test } from 'vitest'
import { hasRightOfWithdrawal, withdrawalDeadline } from './withdrawal'

describe('the right of withdrawal', () => {
  test.each([
    ['DE', 'none', true],
    ['NO', 'none', true],
    ['FR', 'invalid', true],
    ['FR', 'valid', false],
    ['US', 'none', false],
    ['GB', 'none', false],
    ['CH', 'none', false],
    [null, 'none', false],
  ] as const)('%s with a tax number that is %s → %s', (country, taxNumberStatus, has) => {
    expect(hasRightOfWithdrawal({ country, taxNumberStatus })).toBe(has)
  })

  test.each([
    // bought on a Monday: the fourteenth day after it is a Monday, over everywhere at 4:00 UTC
    ['2026-06-01T12:00:00Z', '2026-06-16T04:00:00Z'],
    ['2026-06-01T23:59:59Z', '2026-06-16T04:00:00Z'],
    // on a Saturday or Sunday it would end at a weekend: at the end of Monday
    ['2026-06-06T12:00:00Z', '2026-06-23T04:00:00Z'],
    ['2026-06-07T12:00:00Z', '2026-06-23T04:00:00Z'],
  ])('bought at %s it lasts until %s', (concluded, until) => {
    expect(withdrawalDeadline(new Date(concluded), 14)).toEqual(new Date(until))
  })
})
