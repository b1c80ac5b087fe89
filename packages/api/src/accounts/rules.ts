/** How long each kind of mailed link works, in seconds. */
export const tokenLifetimeSeconds = {
  verify_email: 24 * 60 * 60,
  reset_password: 60 * 60,
  sign_in: 15 * 60,
  change_email: 60 * 60,
} as const
export type TokenPurpose = keyof typeof tokenLifetimeSeconds

/** A session ends 30 days after it was last used … */
export const sessionIdleSeconds = 30 * 24 * 60 * 60
/** … and its last use is written down at most every five minutes. */
export const sessionTouchSeconds = 5 * 60

/** Whether a session row still lets somebody in. */
export function isSessionLive(
  session: { expiresAt: Date; revokedAt: Date | null; user: { suspendedAt: Date | null } },
  now: Date,
): boolean {
  return session.revokedAt === null && session.expiresAt > now && session.user.suspendedAt === null
}

/**
 * What to do when an identity provider vouches for an address. Linking to an account whose address
 * nobody ever confirmed would let whoever registered it first keep a password on the owner's
 * account, so that password is dropped.
 */
export function identityLinkDecision(
  identity: { isEmailVerified: boolean },
  existing: { isEmailVerified: boolean } | null,
): 'create' | 'link' | 'link-and-drop-password' | 'refuse' {
  if (!identity.isEmailVerified) return 'refuse'
  if (existing === null) return 'create'
  return existing.isEmailVerified ? 'link' : 'link-and-drop-password'
}
