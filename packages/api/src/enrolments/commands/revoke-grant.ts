import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { requireOneRow, statesBefore } from '../../shared/transition'
import { canRevoke } from '../policy'
import { isBoughtSource, revokedByStaff } from '../rules'
import type { GrantSource } from '../schema'
import { grantTransitions } from '../states'

type Input = { grantId: string; reason: string }

/**
 * The grants of one cause: a program's grant and those of its courses stand and fall together. They
 * are held in one order, so that two people who begin at different ones do not wait for each other.
 */
async function holdCause(tx: Tx, grantId: string) {
  await tx.$queryRaw`
    select 1 from access_grants g join access_grants named on named.id = ${grantId}::uuid
      and g.source_type = named.source_type and g.source_id = named.source_id
      and g.user_id = named.user_id
    order by g.id for no key update of g`
  const grant = await tx.accessGrant.findUnique({
    where: { id: grantId },
    select: { sourceType: true, sourceId: true, userId: true, state: true, stateReason: true },
  })
  if (!grant) throw notFound('grant')
  const { state, stateReason, ...cause } = grant
  return { state, stateReason, cause }
}

/**
 * Takes a grant back, together with the others of its cause. Enrolment and progress stay. What comes
 * later from the source (a refund that fails, a dispute that is won) does not bring it back; only
 * `restoreGrant` does. Needs `enrolment.revoke`. Throws `conflict` when it is revoked already.
 */
export async function revokeGrant(deps: Deps, actor: Actor, input: Input): Promise<void> {
  enforce(canRevoke(actor))
  await deps.db.$transaction(async (tx) => {
    const { cause, state } = await holdCause(tx, input.grantId)
    const { count } = await tx.accessGrant.updateMany({
      where: { id: input.grantId, state: { in: statesBefore(grantTransitions, 'revoked') } },
      data: { state: 'revoked', stateReason: revokedByStaff },
    })
    requireOneRow(count, 'grant-not-live')
    await tx.accessGrant.updateMany({
      where: { ...cause, state: { in: statesBefore(grantTransitions, 'revoked') } },
      data: { state: 'revoked', stateReason: revokedByStaff },
    })
    await recordAudit(tx, actor, {
      action: 'enrolment.revoke',
      entityType: 'user',
      entityId: cause.userId,
      before: { ...cause, state },
      after: { ...cause, state: 'revoked' },
      reason: input.reason,
    })
  })
}

/**
 * Undoes `revokeGrant`. What money bought comes back only as far as the money does: such a grant
 * is released to its order, whose next synchronisation sets its state (the caller asks for that).
 * Returns the cause whose order is to be synchronised, or null. Needs `enrolment.revoke`.
 */
export async function restoreGrant(
  deps: Deps,
  actor: Actor,
  input: Input,
): Promise<{ bought: { sourceType: GrantSource; sourceId: string } | null }> {
  enforce(canRevoke(actor))
  return await deps.db.$transaction(async (tx) => {
    const { cause, state, stateReason } = await holdCause(tx, input.grantId)
    if (state !== 'revoked' || stateReason !== revokedByStaff) throw conflict('grant-not-revoked')
    const isBought = isBoughtSource(cause.sourceType)
    const { count } = await tx.accessGrant.updateMany({
      where: { ...cause, state: 'revoked', stateReason: revokedByStaff },
      data: { state: isBought ? 'revoked' : 'active', stateReason: null },
    })
    if (count === 0) throw conflict('grant-not-revoked')
    await recordAudit(tx, actor, {
      action: 'enrolment.restore',
      entityType: 'user',
      entityId: cause.userId,
      before: { ...cause, state },
      after: { ...cause, state: isBought ? 'as the order says' : 'active' },
      reason: input.reason,
    })
    return { bought: isBought ? cause : null }
  })
}
