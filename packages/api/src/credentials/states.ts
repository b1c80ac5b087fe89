import type { TransitionTable } from '../shared/transition'

/** What was decided about a credential. What its dates say comes on top (`standingOf`). */
export const credentialStates = ['valid', 'suspended', 'revoked', 'superseded'] as const
export type CredentialState = (typeof credentialStates)[number]

/**
 * What may follow. Revoked and superseded are final: their bit is set in a list that promises never to clear
 * one, so a decision that falls otherwise later issues a new credential.
 */
export const credentialTransitions = {
  valid: ['suspended', 'revoked', 'superseded'],
  suspended: ['valid', 'revoked', 'superseded'],
  revoked: [],
  superseded: [],
} as const satisfies TransitionTable<CredentialState>

/** The states that are told by the bit in the status list. */
export const isPublished = (state: CredentialState): boolean =>
  state === 'revoked' || state === 'superseded'
