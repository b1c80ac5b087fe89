import { recordAudit } from '../../audit/commands'
import { issueInTransaction } from '../../credentials/commands/issue-credential'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { isUniqueViolation } from '../../shared/unique-violation'
import { canDecideAppeal } from '../policy'
import { databaseNow } from '../reads/database-now'
import { requireDecidedSitting } from '../reads/decided-sitting'
import { appealDueAt, appealRefusal } from '../rules/appeal'
import type { DecideAppealInput, FileAppealInput } from '../schema/board'
import { type ReleaseDeps, releaseAttempt } from './release-attempt'
import { keepScore, scoreOf } from './score-attempt'

/**
 * Objects to the result of one’s own sitting. Throws `not_found`, and `conflict` (`exam-appeal-early`, `exam-appeal-late`,
 * `exam-appeal-open`).
 */
export async function fileAppeal(
  { db }: Pick<Deps, 'db'>,
  actor: Member,
  { attemptId, grounds }: FileAppealInput,
): Promise<{ appealId: string }> {
  const attempt = await db.examAttempt.findFirst({
    where: { id: attemptId, candidateId: actor.userId },
    select: { state: true, submittedAt: true },
  })
  if (!attempt) throw notFound('attempt')
  const now = await databaseNow(db)
  const refusal = appealRefusal(attempt, now)
  if (refusal) throw conflict(refusal)
  try {
    const { id } = await db.appeal.create({
      data: { attemptId, grounds, dueAt: appealDueAt(now), createdAt: now },
      select: { id: true },
    })
    return { appealId: id }
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict('exam-appeal-open')
    throw error
  }
}

/**
 * Decides an appeal, once, by somebody who had no part in the result. When it is upheld, a sitting that is held is released,
 * and one that was released is scored again by the keys as they count now; a pass is certified in the same transaction, by
 * a new credential when an earlier one was revoked. A voided sitting stays so: the candidate is given another one.
 *
 * Throws `not_found`, `forbidden` as `canDecideAppeal` says, and `conflict` (`exam-appeal-decided`).
 */
export async function decideAppeal(
  deps: Pick<Deps, 'db' | 'itemSealer'> & ReleaseDeps,
  actor: Member,
  { appealId, isUpheld, decision }: DecideAppealInput,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const appeal = await tx.appeal.findUnique({
      where: { id: appealId },
      select: { attemptId: true },
    })
    if (!appeal) throw notFound('appeal')
    const { attemptId } = appeal
    await tx.$queryRaw`select id from exam_attempts where id = ${attemptId}::uuid for no key update`
    const sitting = await requireDecidedSitting(tx, attemptId)
    enforce(canDecideAppeal(actor, sitting))
    const { count } = await tx.appeal.updateMany({
      where: { id: appealId, state: 'open' },
      data: {
        state: isUpheld ? 'upheld' : 'dismissed',
        decision,
        decidedById: actor.userId,
        decidedAt: await databaseNow(tx),
      },
    })
    if (count !== 1) throw conflict('exam-appeal-decided')
    if (isUpheld && sitting.state === 'held') {
      await releaseAttempt(tx, deps, { attemptId, decidedById: actor.userId })
    }
    if (isUpheld && sitting.state === 'released') {
      const score = await scoreOf(tx, deps, attemptId)
      await keepScore(tx, attemptId, score, { cause: 'appeal', note: decision })
      if (score.isPass) {
        await issueInTransaction(tx, deps, { cause: 'exam_pass', causeId: attemptId })
      }
    }
    await recordAudit(tx, actor, {
      action: isUpheld ? 'exam-appeal.uphold' : 'exam-appeal.dismiss',
      entityType: 'exam-attempt',
      entityId: attemptId,
      reason: decision,
    })
  })
}
