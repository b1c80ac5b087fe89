import type { StaffRole } from './staff-roles'

/** Somebody without a valid session. */
export type Visitor = { type: 'visitor'; ipAddress: string | null }

/** A signed-in person. Roles and memberships are read from the database for every request. */
export type Member = {
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
  ipAddress: string | null
}

/** The worker, the importer, a webhook: code that acts without a person. `name` says which. */
export type System = { type: 'system'; name: string }

/** On whose behalf something is done. */
export type Actor = Visitor | Member | System
