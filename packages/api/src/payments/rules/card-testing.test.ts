import { describe, expect, it } from 'vitest'
import { declineScopes, declineThresholds, isCardTesting } from './card-testing'

describe.each(declineScopes)('attempts of one %s', (scope) => {
  const { failed, sharePercent } = declineThresholds[scope]
  /** as many successes as the share still allows */
  const succeeded = Math.floor((failed * (100 - sharePercent)) / sharePercent)

  it('are suspicious from the threshold on, not below it', () => {
    expect(isCardTesting(scope, { failed, succeeded: 0 })).toBe(true)
    expect(isCardTesting(scope, { failed: failed - 1, succeeded: 0 })).toBe(false)
    expect(isCardTesting(scope, { failed: 0, succeeded: 0 })).toBe(false)
  })

  it('are not when enough of them go through', () => {
    expect(isCardTesting(scope, { failed, succeeded })).toBe(true)
    expect(isCardTesting(scope, { failed, succeeded: succeeded + 1 })).toBe(false)
  })
})
