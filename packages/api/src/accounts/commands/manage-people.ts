import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canSetRoles, canSuspend } from '../policy'
import type { personStateInput, setRolesInput } from '../schema'

type StaffDeps = Pick<Deps, 'db' | 'clock'>

/** Gives somebody exactly these staff roles. Safe to repeat; written to the audit log. */
export async function setRoles(
  { db }: StaffDeps,
  actor: Member,
  input: z.infer<typeof setRolesInput>,
): Promise<void> {
  enforce(canSetRoles(actor, input))
  await db.$transaction(async (tx) => {
    const person = await tx.user.findUnique({
      where: { id: input.userId },
      select: { roles: { select: { role: true } } },
    })
    if (!person) throw notFound('person')
    const before = person.roles.map(({ role }) => role).sort()
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
    const person = await tx.user.findUnique({
      where: { id: input.userId },
      select: { suspendedAt: true, roles: { select: { role: true } } },
    })
    if (!person) throw notFound('person')
    enforce(
      canSuspend(actor, {
        userId: input.userId,
        currentRoles: person.roles.map(({ role }) => role),
      }),
    )
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

/** Opens a closed account again. */
export async function restorePerson(
  { db }: StaffDeps,
  actor: Member,
  input: z.infer<typeof personStateInput>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: input.userId, suspendedAt: { not: null } },
      data: { suspendedAt: null },
    })
    if (count === 0) throw new DomainError('conflict', 'person-not-suspended')
    await recordAudit(tx, actor, {
      action: 'person.restore',
      entityType: 'person',
      entityId: input.userId,
      after: { suspendedAt: null },
      reason: input.reason,
    })
  })
}

/** Signs somebody out everywhere. */
export async function revokeSessionsOf(
  { db, clock }: StaffDeps,
  actor: Member,
  input: z.infer<typeof personStateInput>,
): Promise<number> {
  return await db.$transaction(async (tx) => {
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
