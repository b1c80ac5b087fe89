import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canEndSessions, canSetRoles, canSuspend } from '../policy'
import type { personStateInput, setRolesInput } from '../schema'

type StaffDeps = Pick<Deps, 'db' | 'clock'>

/**
 * Somebody and the staff member who acts on them, as they are now and held for the transaction, in one
 * order for everybody: two admins who set the roles of one person come one after the other, and of two
 * who act on each other the second has lost what the first took. So one admin is always left. Throws
 * NOT_FOUND for the person.
 */
async function holdPeople(tx: Tx, actor: Member, userId: string) {
  const ids = [actor.userId, userId]
  await tx.$queryRaw`
    select 1 from users where id = any (${ids}::uuid[]) order by id for no key update`
  const people = await tx.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, suspendedAt: true, roles: { select: { role: true } } },
  })
  const rolesOf = (id: string) => {
    const person = people.find((one) => one.id === id)
    return person && { ...person, roles: person.roles.map(({ role }) => role).sort() }
  }
  const person = rolesOf(userId)
  const self = rolesOf(actor.userId)
  if (!person) throw notFound('person')
  return { person, self: { ...actor, roles: self && !self.suspendedAt ? self.roles : [] } }
}

/** Gives somebody exactly these staff roles. Safe to repeat; written to the audit log. */
export async function setRoles(
  { db }: StaffDeps,
  actor: Member,
  input: z.infer<typeof setRolesInput>,
): Promise<void> {
  enforce(canSetRoles(actor, input))
  await db.$transaction(async (tx) => {
    const { person, self } = await holdPeople(tx, actor, input.userId)
    enforce(canSetRoles(self, input))
    const before = person.roles
    const after = [...new Set(input.roles)].sort()
    if (before.join() === after.join()) return
    await tx.roleAssignment.deleteMany({
      where: { userId: input.userId, role: { notIn: after } },
    })
    await tx.roleAssignment.createMany({
      data: after.map((role) => ({ userId: input.userId, role, grantedBy: actor.userId })),
      skipDuplicates: true,
    })
    await recordAudit(tx, actor, {
      action: 'person.set-roles',
      entityType: 'person',
      entityId: input.userId,
      before: { roles: before },
      after: { roles: after },
      reason: input.reason,
    })
  })
}

/** Closes an account: every session ends and nobody can sign in to it. Nothing is deleted. */
export async function suspendPerson(
  { db, clock }: StaffDeps,
  actor: Member,
  input: z.infer<typeof personStateInput>,
): Promise<void> {
  const now = clock.now()
  await db.$transaction(async (tx) => {
    const { person, self } = await holdPeople(tx, actor, input.userId)
    enforce(canSuspend(self, { userId: input.userId, currentRoles: person.roles }))
    const { count } = await tx.user.updateMany({
      where: { id: input.userId, suspendedAt: null },
      data: { suspendedAt: now },
    })
    if (count === 0) throw new DomainError('conflict', 'person-already-suspended')
    await tx.session.updateMany({
      where: { userId: input.userId, revokedAt: null },
      data: { revokedAt: now },
    })
    await recordAudit(tx, actor, {
      action: 'person.suspend',
      entityType: 'person',
      entityId: input.userId,
      before: { suspendedAt: null },
      after: { suspendedAt: now },
      reason: input.reason,
    })
  })
}

/** Opens a closed account again: for those who may close it. */
export async function restorePerson(
  { db }: StaffDeps,
  actor: Member,
  input: z.infer<typeof personStateInput>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { person, self } = await holdPeople(tx, actor, input.userId)
    enforce(canSuspend(self, { userId: input.userId, currentRoles: person.roles }))
    const { count } = await tx.user.updateMany({
      where: { id: input.userId, suspendedAt: { not: null } },
      data: { suspendedAt: null },
    })
    if (count === 0) throw new DomainError('conflict', 'person-not-suspended')
    await recordAudit(tx, actor, {
      action: 'person.restore',
      entityType: 'person',
      entityId: input.userId,
      before: { suspendedAt: person.suspendedAt },
      after: { suspendedAt: null },
      reason: input.reason,
    })
  })
}

/** Signs somebody out everywhere. Returns how many sessions ended. */
export async function revokeSessionsOf(
  { db, clock }: StaffDeps,
  actor: Member,
  input: z.infer<typeof personStateInput>,
): Promise<number> {
  enforce(canEndSessions(actor))
  return await db.$transaction(async (tx) => {
    const person = await tx.user.count({ where: { id: input.userId } })
    if (person === 0) throw notFound('person')
    const { count } = await tx.session.updateMany({
      where: { userId: input.userId, revokedAt: null },
      data: { revokedAt: clock.now() },
    })
    await recordAudit(tx, actor, {
      action: 'person.revoke-sessions',
      entityType: 'person',
      entityId: input.userId,
      after: { sessionsEnded: count },
      reason: input.reason,
    })
    return count
  })
}
