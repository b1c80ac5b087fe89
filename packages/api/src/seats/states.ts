import type { TransitionTable } from '../shared/transition'

/** How a pack stands: as its order says, so money can move it back and forth. */
export const poolStates = ['active', 'suspended', 'revoked'] as const
export type PoolState = (typeof poolStates)[number]

export const seatStates = ['invited', 'claimed', 'released'] as const
export type SeatState = (typeof seatStates)[number]

/** How an assignment of a seat may move. A seat that was taken back is assigned anew, not again. */
export const seatTransitions = {
  invited: ['claimed', 'released'],
  claimed: ['released'],
  released: [],
} as const satisfies TransitionTable<SeatState>
