import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, notFound } from '../../shared/errors'
import { isUniqueViolation } from '../../shared/unique-violation'
import { mayProposeCase } from '../rules/signals'
import type { OpenCaseInput } from '../schema'

/**
 * Puts a sitting before people. It takes two independent flags, whoever asks; that a browser lost the
 * focus is none. A result that is not out yet is held, and says no more than that it is looked at; one
 * that is out stays. Throws `not_found`, `precondition` (`case-signals-few`), and `conflict`
 * (`case-open-already`, `case-attempt-void`).
 */
export async function openCase(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  { attemptId, reason }: OpenCaseInput,
): Promise<{ caseId: string }> {
  try {
    return await deps.db.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from exam_attempts where id = ${attemptId}::uuid for no key update`
      const attempt = await tx.examAttempt.findUnique({
        where: { id: attemptId },
        select: { state: true, flags: { select: { rule: true, chance: true } } },
      })
      if (!attempt) throw notFound('attempt')
      if (attempt.state === 'voided') throw conflict('case-attempt-void')
      if (!mayProposeCase(attempt.flags)) throw new DomainError('precondition', 'case-signals-few')
      const { id } = await tx.integrityCase.create({
        data: {
          attemptId,
          reason,
          openedAt: deps.clock.now(),
          openedById: actor.type === 'member' ? actor.userId : null,
        },
        select: { id: true },
      })
      await tx.examAttempt.updateMany({
        where: { id: attemptId, state: 'scored' },
        data: { state: 'held', stateReason: 'integrity-case' },
      })
      await recordAudit(tx, actor, {
        action: 'integrity-case.open',
        entityType: 'integrity-case',
        entityId: id,
        after: { attemptId },
        reason,
      })
      return { caseId: id }
    })
  } catch (error) {
    throw isUniqueViolation(error) ? conflict('case-open-already') : error
  }
}
