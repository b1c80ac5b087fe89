/** How a credential stands at a moment: its state, or that its dates do not include it. */
export type Standing = 'valid' | 'not-yet' | 'expired' | 'suspended' | 'revoked' | 'superseded'

/** What was decided comes before what the dates say. Begins inclusive, ends exclusive. Pure. */
export function standingOf(
  credential: {
    state: 'valid' | 'suspended' | 'revoked' | 'superseded'
    validFrom: Date
    validUntil: Date | null
  },
  now: Date,
): Standing {
  if (credential.state !== 'valid') return credential.state
  if (now.getTime() < credential.validFrom.getTime()) return 'not-yet'
  if (credential.validUntil !== null && now.getTime() >= credential.validUntil.getTime()) {
    return 'expired'
  }
  return 'valid'
}
