import type { TransitionTable } from '../shared/transition'

/**
 * How a grant may move. Money can go back and forth (a refund fails, a dispute is won), so only
 * `ended` is final.
 */
export const grantTransitions = {
  active: ['suspended', 'revoked', 'ended'],
  suspended: ['active', 'revoked', 'ended'],
  revoked: ['active', 'suspended'],
  ended: [],
} as const satisfies TransitionTable<'active' | 'suspended' | 'revoked' | 'ended'>
