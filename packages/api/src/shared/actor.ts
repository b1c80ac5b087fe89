import type { StaffRole } from './staff-roles'

/** Where a request came from. */
type Origin = {
  ipAddress: string | null
  /** ISO 3166-1 alpha-2, where the operator trusts a proxy to say it; left out or null when nobody does */
  ipCountry?: string | null
}

/** Somebody without a valid session. */
export type Visitor = { type: 'visitor' } & Origin

/** A signed-in person. Roles and memberships are read from the database for every request. */
export type Member = Origin & {
  type: 'member'
  userId: string
  sessionId: string
  email: string
  name: string | null
  isEmailVerified: boolean
  /** BCP 47: how dates and amounts are written for this person */
  locale: string
  /** IANA name */
  timeZone: string
  roles: readonly StaffRole[]
  /** ids of the providers that this person belongs to */
  providerIds: readonly string[]
}

/** The worker, the importer, a webhook: code that acts without a person. `name` says which. */
export type System = { type: 'system'; name: string }

/** On whose behalf something is done. */
export type Actor = Visitor | Member | System

/**
 * Who buys: somebody with an account, or a guest, who is known by an address in small letters and by the
 * SHA-256 of a secret that only their browser has.
 */
export type Buyer = Origin & { email: string } & (
    | { userId: string; guestKey: null }
    | { userId: null; guestKey: string }
  )

/** A person with an account as a buyer. */
export const buyerOf = ({ userId, email, ipAddress, ipCountry }: Member): Buyer => ({
  userId,
  email,
  ipAddress,
  ipCountry: ipCountry ?? null,
  guestKey: null,
})
