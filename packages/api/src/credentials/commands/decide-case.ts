import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canDecide } from '../policy'
import type { CaseDecisionInput } from '../schema'
import { changeState, holdCredential } from './change-state'

/**
 * Answers an open question about a credential, and does what the answer says, in one transaction. Needs what
 * decisions need. Safe to repeat: the same answer again changes nothing. Throws `not_found`, `forbidden`, and
 * `conflict` (`case-decided`) when it was answered otherwise.
 */
export async function decideCase(
  deps: Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl'>,
  actor: Actor,
  { caseId, outcome, publicNote, reason }: CaseDecisionInput,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const asked = await tx.credentialCase.findUnique({ where: { id: caseId } })
    if (!asked) throw notFound('credential-case')
    const { credentialId, cause } = asked
    const { userId, issuer } = await holdCredential(tx, credentialId)
    enforce(canDecide(actor, { userId, providerId: issuer.providerId }))
    const { count } = await tx.credentialCase.updateMany({
      where: { id: caseId, decidedAt: null },
      data: {
        outcome,
        decidedAt: deps.clock.now(),
        decidedById: actor.type === 'member' ? actor.userId : null,
      },
    })
    if (count === 0) {
      const decided = await tx.credentialCase.findUniqueOrThrow({ where: { id: caseId } })
      if (decided.outcome === outcome) return
      throw conflict('case-decided')
    }
    await recordAudit(tx, actor, {
      action: 'credential.case-decide',
      entityType: 'credential',
      entityId: credentialId,
      after: { cause, outcome },
      reason,
    })
    if (outcome === 'kept') return
    const change = { credentialId, to: outcome, code: cause, publicNote, reason }
    await changeState(tx, deps, actor, change)
  })
}
