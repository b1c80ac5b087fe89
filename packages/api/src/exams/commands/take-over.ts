import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import type { SessionInput } from '../schema/room'
import { lockAttempt } from './attempt-lock'

/**
 * Lets this browser tab answer from now on; the one that did so before becomes read-only. Safe to repeat. Answers
 * whether the sitting still runs. Throws `not_found`.
 */
export async function takeOver(
  deps: Pick<Deps, 'db'>,
  actor: Member,
  { attemptId, sessionId }: SessionInput,
): Promise<{ isLive: boolean }> {
  return await deps.db.$transaction(async (tx) => {
    const attempt = await lockAttempt(tx, { attemptId, candidateId: actor.userId })
    if (!attempt) throw notFound('attempt')
    if (attempt.state !== 'in_progress' || attempt.isOver) return { isLive: false }
    if (attempt.sessionId === sessionId) return { isLive: true }
    await tx.examAttempt.update({
      where: { id: attemptId },
      data: { sessionId },
      select: { id: true },
    })
    await tx.attemptEvent.create({ data: { attemptId, kind: 'take-over', data: {} } })
    return { isLive: true }
  })
}
