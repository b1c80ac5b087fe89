import type { TransitionTable } from '../shared/transition'

/** What became of a gift. Whether it counts at all is its standing, which follows the order. */
export const giftStates = ['scheduled', 'sent', 'claimed'] as const
export type GiftState = (typeof giftStates)[number]

/** A gift may be claimed by the buyer's own link before it was mailed; what was claimed stays with whom. */
export const giftTransitions = {
  scheduled: ['sent', 'claimed'],
  sent: ['sent', 'claimed'],
  claimed: [],
} as const satisfies TransitionTable<GiftState>

export const giftStandings = ['active', 'suspended', 'revoked'] as const
export type GiftStanding = (typeof giftStandings)[number]
