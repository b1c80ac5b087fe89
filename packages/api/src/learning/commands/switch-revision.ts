import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict } from '../../shared/errors'
import type { ProgressOutput } from '../schema'
import { lockPlace, patience } from './place'
import { recount } from './recount'

/**
 * Moves the learner to the course's current revision, the one that the offer showed. Everything that
 * is recorded stays, by lesson key, and progress is counted anew: it may fall when lessons were added,
 * but a course that was completed stays completed. Safe to repeat. Throws `conflict` when the offered
 * revision is not the current one any more, `not_found` and `forbidden` like `openLesson`.
 */
export async function switchRevision(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl'>,
  actor: Member,
  input: { enrolmentId: string; revisionId: string },
): Promise<ProgressOutput> {
  const now = deps.clock.now()
  return await deps.db.$transaction(async (tx) => {
    const place = await lockPlace(tx, actor, input.enrolmentId, now)
    if (place.revisionId === input.revisionId) return await recount(tx, deps, place)
    const offering = await tx.offering.findUniqueOrThrow({
      where: { id: place.offeringId },
      select: { currentRevisionId: true },
    })
    if (offering.currentRevisionId !== input.revisionId) throw conflict('revision-not-current')
    const last = await tx.lesson.findFirst({
      where: { revisionId: input.revisionId, key: place.lastLessonKey ?? '' },
      select: { key: true },
    })
    await tx.enrolment.update({
      where: { id: place.enrolmentId },
      data: { revisionId: input.revisionId, lastLessonKey: last?.key ?? null },
    })
    return await recount(tx, deps, { ...place, revisionId: input.revisionId })
  }, patience)
}
