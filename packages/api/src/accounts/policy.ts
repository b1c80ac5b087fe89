import type { Member } from '../shared/actor'
import { rolesAllow } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** Whether staff may change somebody's roles. Nobody takes the admin role from themselves. */
export function canSetRoles(
  actor: Member,
  target: { userId: string; roles: readonly string[] },
): PolicyResult {
  if (!rolesAllow(actor.roles, 'person.roles')) return denied('not-allowed')
  if (target.userId === actor.userId && !target.roles.includes('admin')) {
    return denied('own-admin-role')
  }
  return allowed
}

/** Whether staff may close an account, or open it again. Only admins close a colleague's; nobody their own. */
export function canSuspend(
  actor: Member,
  target: { userId: string; currentRoles: readonly string[] },
): PolicyResult {
  if (!rolesAllow(actor.roles, 'person.edit')) return denied('not-allowed')
  if (target.userId === actor.userId) return denied('own-account')
  if (target.currentRoles.length > 0 && !actor.roles.includes('admin')) return denied('not-allowed')
  return allowed
}

/** Whether staff may sign somebody out everywhere. */
export const canEndSessions = (actor: Member): PolicyResult =>
  rolesAllow(actor.roles, 'person.sessions') ? allowed : denied('not-allowed')
