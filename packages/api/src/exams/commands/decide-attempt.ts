import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canDecideSitting } from '../policy'
import { requireDecidedSitting } from '../reads/decided-sitting'
import type { DecideAttemptInput } from '../schema/board'
import type { AttemptState } from '../states'
import { type ReleaseDeps, releaseAttempt } from './release-attempt'

const from = {
  release: ['scored', 'held'],
  hold: ['scored'],
  void: ['created', 'in_progress', 'submitted', 'expired', 'scored', 'held', 'released'],
} as const satisfies Record<DecideAttemptInput['decision'], readonly AttemptState[]>

/**
 * Releases, holds or voids a sitting. A release of a pass issues its credential in the same transaction; what becomes of a
 * credential whose sitting is voided afterwards is a decision of its own. Throws `not_found`, `forbidden` as
 * `canDecideSitting` says, and `conflict` (`exam-decision-late`) when the sitting stands where this cannot be decided.
 */
export async function decideAttempt(
  deps: Pick<Deps, 'db'> & ReleaseDeps,
  actor: Member,
  { attemptId, decision, reason }: DecideAttemptInput,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from exam_attempts where id = ${attemptId}::uuid for no key update`
    const sitting = await requireDecidedSitting(tx, attemptId)
    enforce(canDecideSitting(actor, sitting))
    const states: readonly AttemptState[] = from[decision]
    if (!states.includes(sitting.state)) throw conflict('exam-decision-late')
    if (decision === 'release') {
      await releaseAttempt(tx, deps, { attemptId, decidedById: actor.userId })
    } else {
      await tx.examAttempt.update({
        where: { id: attemptId },
        data: {
          state: decision === 'hold' ? 'held' : 'voided',
          decidedById: actor.userId,
          stateReason: reason,
        },
        select: { id: true },
      })
    }
    await recordAudit(tx, actor, {
      action: `exam-attempt.${decision}`,
      entityType: 'exam-attempt',
      entityId: attemptId,
      before: { state: sitting.state },
      reason,
    })
  })
}
