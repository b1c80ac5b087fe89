import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canDecideSitting } from '../policy'
import { requireDecidedSitting } from '../reads/decided-sitting'
import type { ExtendInput } from '../schema/board'
import { lockAttempt } from './attempt-lock'
import { watchDeadline } from './start-attempt'

/**
 * Gives a sitting that runs more time, which reaches the open exam room with its next question for the time. Safe to
 * repeat: the same key gives it once. Throws `not_found`, `forbidden` as `canDecideSitting` says, and `conflict`
 * (`exam-not-running`).
 */
export async function extendAttempt(
  deps: Pick<Deps, 'db'>,
  actor: Member,
  { attemptId, key, minutes, reason }: ExtendInput,
): Promise<{ deadlineAt: Date }> {
  return await deps.db.$transaction(async (tx) => {
    enforce(canDecideSitting(actor, await requireDecidedSitting(tx, attemptId)))
    const attempt = await lockAttempt(tx, { attemptId, candidateId: null })
    if (!attempt) throw notFound('attempt')
    const given = await tx.timeExtension.findUnique({ where: { id: key }, select: { id: true } })
    if (given) return { deadlineAt: attempt.deadlineAt }
    if (attempt.state !== 'in_progress' || attempt.isOver) throw conflict('exam-not-running')
    const seconds = minutes * 60
    const deadlineAt = new Date(attempt.deadlineAt.getTime() + seconds * 1000)
    await tx.timeExtension.create({
      data: { id: key, attemptId, seconds, reason, givenById: actor.userId },
    })
    await tx.examAttempt.update({
      where: { id: attemptId },
      data: { deadlineAt },
      select: { id: true },
    })
    await watchDeadline(tx, attemptId, deadlineAt)
    await recordAudit(tx, actor, {
      action: 'exam-attempt.extend',
      entityType: 'exam-attempt',
      entityId: attemptId,
      after: { minutes },
      reason,
    })
    return { deadlineAt }
  })
}
