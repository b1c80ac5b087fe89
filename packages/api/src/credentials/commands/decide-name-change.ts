import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, notFound } from '../../shared/errors'
import { addJob } from '../../shared/jobs'
import { enforce } from '../../shared/policy-result'
import { canDecideName } from '../policy'
import type { NameDecisionInput } from '../schema'

/**
 * Answers a holder who asked for another name. Approved, it stands on everything that is issued from now on; what
 * was issued is issued anew by jobs, each old one superseded, and the old name forgotten with it. The evidence
 * is deleted either way. Needs `credential.decide`, and to be somebody else. Safe to repeat. Throws `not_found`,
 * `forbidden` (`name-own`), and `conflict` (`case-decided`) when it was answered otherwise.
 */
export async function decideNameChange(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  { nameChangeId, state, answer, reason }: NameDecisionInput,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const where = { id: nameChangeId }
    const asked = await tx.nameChange.findUnique({ where })
    if (!asked) throw notFound('name-change')
    const { userId, newName } = asked
    enforce(canDecideName(actor, { userId }))
    const { count } = await tx.nameChange.updateMany({
      where: { ...where, state: 'asked' },
      data: {
        state,
        answer,
        decidedAt: deps.clock.now(),
        decidedById: actor.type === 'member' ? actor.userId : null,
        evidenceKey: null,
      },
    })
    if (count === 0) {
      const decided = await tx.nameChange.findUniqueOrThrow({ where })
      if (decided.state === state) return
      throw conflict('case-decided')
    }
    await addJob(tx, 'name-change.settled', { nameChangeId })
    if (state === 'approved') await rename(tx, userId, newName)
    await recordAudit(tx, actor, {
      action: `credential.name-change-${state === 'approved' ? 'approve' : 'decline'}`,
      entityType: 'person',
      entityId: userId,
      reason,
    })
  })
}

async function rename(tx: Tx, userId: string, credentialName: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { credentialName } })
  const named = await tx.credential.findMany({
    where: { userId, subjectName: { not: credentialName } },
    select: { id: true },
  })
  for (const { id: credentialId } of named) {
    const key = `holder-renamed:${credentialId}`
    await addJob(tx, 'holder.renamed', { credentialId }, { key })
  }
}
