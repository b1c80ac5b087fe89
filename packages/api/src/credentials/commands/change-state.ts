import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, notFound } from '../../shared/errors'
import type { StatusReason } from '../schema'
import { type CredentialState, credentialTransitions, isPublished } from '../states'
import { publishStatusList } from './status-lists'

export type StateChange = {
  credentialId: string
  to: CredentialState
  code: StatusReason
  /** on the public page */
  publicNote?: string
  /** in the audit log */
  reason?: string
}

/** A credential held until the transaction ends, as far as decisions about it ask. Throws `not_found`. */
export async function holdCredential(tx: Tx, credentialId: string) {
  const held = await tx.$queryRaw`
    select id from credentials where id = ${credentialId}::uuid for no key update`
  if (!Array.isArray(held) || held.length === 0) throw notFound('credential')
  return await tx.credential.findUniqueOrThrow({
    where: { id: credentialId },
    select: {
      state: true,
      userId: true,
      erasedAt: true,
      licenseNumber: true,
      issuer: { select: { providerId: true } },
    },
  })
}

/**
 * Moves a credential to another state, in the caller's transaction: the decision, the state, its bit and the
 * list that publishes it exist together or not at all. Safe to repeat: what is there already is left alone, and
 * false returned. Whether the actor may is for the caller to ask. Throws `not_found`, and `conflict`
 * (`credential-final`) from a final state.
 */
export async function changeState(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'keys' | 'appUrl'>,
  actor: Actor,
  { credentialId, to, code, publicNote = '', reason }: StateChange,
): Promise<boolean> {
  const { state: from } = await holdCredential(tx, credentialId)
  if (from === to) return false
  const next: readonly CredentialState[] = credentialTransitions[from]
  if (!next.includes(to)) throw conflict('credential-final')
  await tx.statusChange.create({
    data: {
      credentialId,
      fromState: from,
      toState: to,
      reason: code,
      note: publicNote,
      actorId: actor.type === 'member' ? actor.userId : null,
      createdAt: deps.clock.now(),
    },
  })
  await tx.credential.update({ where: { id: credentialId }, data: { state: to } })
  if (isPublished(to)) {
    const { listId } = await tx.statusAllocation.update({
      where: { credentialId },
      data: { isSet: true },
      select: { listId: true },
    })
    await publishStatusList(tx, deps, listId)
  }
  await recordAudit(tx, actor, {
    action: `credential.${auditVerbs[to]}`,
    entityType: 'credential',
    entityId: credentialId,
    before: { state: from },
    after: { state: to, code, publicNote },
    reason: reason ?? null,
  })
  return true
}

const auditVerbs: Record<CredentialState, string> = {
  valid: 'restore',
  suspended: 'suspend',
  revoked: 'revoke',
  superseded: 'supersede',
}
