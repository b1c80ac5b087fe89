import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import type { SessionInput } from '../schema/room'
import { lockAttempt } from './attempt-lock'
import { closeAttempt } from './close-attempt'

export type SubmitResult = {
  /** `closed`: it was over before, by this or another way; `superseded`: another tab answers */
  status: 'submitted' | 'closed' | 'time-up' | 'superseded'
}

/**
 * Hands a sitting in. Afterwards nothing of it changes; the receipt names the last hash of its journal. Safe to repeat,
 * also many times at once: one call hands it in, the others are told that it is closed. Throws `not_found`.
 */
export async function submitAttempt(
  deps: Pick<Deps, 'db'>,
  actor: Member,
  { attemptId, sessionId }: SessionInput,
): Promise<SubmitResult> {
  return await deps.db.$transaction(async (tx) => {
    const attempt = await lockAttempt(tx, { attemptId, candidateId: actor.userId })
    if (!attempt) throw notFound('attempt')
    if (attempt.state !== 'in_progress') return { status: 'closed' }
    if (attempt.isOver) {
      await closeAttempt(tx, attempt, 'expired')
      return { status: 'time-up' }
    }
    if (attempt.sessionId !== sessionId) return { status: 'superseded' }
    await closeAttempt(tx, attempt, 'submitted')
    return { status: 'submitted' }
  })
}
