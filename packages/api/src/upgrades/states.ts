import type { TransitionTable } from '../shared/transition'

export const creditStates = ['reserved', 'redeemed', 'released'] as const
export type CreditState = (typeof creditStates)[number]

/**
 * From each state those that may follow. Nothing guards by this table: where a credit stands follows
 * from its order, and an order that ran out can still turn out to be paid.
 */
export const creditTransitions = {
  reserved: ['redeemed', 'released'],
  redeemed: ['released'],
  released: ['reserved', 'redeemed'],
} as const satisfies TransitionTable<CreditState>
