import type { Member, Visitor } from '../shared/actor'
import type { StaffRole } from '../shared/staff-roles'

export const visitor: Visitor = { type: 'visitor', ipAddress: '203.0.113.7' }

/** The actor of a row of `users`, as the web app would hand it over. */
export function memberOf(
  user: { id: string; email: string; name: string | null },
  options: { roles?: StaffRole[]; providerIds?: string[]; isEmailVerified?: boolean } = {},
): Member {
  return {
    type: 'member',
    userId: user.id,
    sessionId: '00000000-0000-7000-8000-000000000000',
    email: user.email,
    name: user.name,
    isEmailVerified: options.isEmailVerified ?? true,
    locale: 'en',
    timeZone: 'UTC',
    roles: options.roles ?? [],
    providerIds: options.providerIds ?? [],
    ipAddress: '203.0.113.8',
  }
}
