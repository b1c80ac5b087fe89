import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { canMarkDone } from '../policy'
import { isVideoWatched } from '../rules/progress'
import type { LessonInput, ProgressOutput } from '../schema'
import { lockPlace, patience, requireLesson } from './place'
import { recount } from './recount'

type Needs = Pick<Deps, 'db' | 'clock' | 'appUrl'>

/**
 * Records that a lesson was opened and that it is the one to continue with. Safe to repeat. Throws
 * `not_found` for an unknown lesson or somebody else's enrolment, `forbidden` without access.
 */
export async function openLesson(
  deps: Needs,
  actor: Member,
  input: LessonInput,
): Promise<ProgressOutput> {
  const now = deps.clock.now()
  return await deps.db.$transaction(async (tx) => {
    const place = await lockPlace(tx, actor, input.enrolmentId, now)
    const { key } = await requireLesson(tx, place, input.lessonKey)
    await tx.lessonProgress.createMany({
      data: [{ enrolmentId: place.enrolmentId, lessonKey: key, openedAt: now }],
      skipDuplicates: true,
    })
    await tx.enrolment.update({
      where: { id: place.enrolmentId },
      data: { lastLessonKey: key },
    })
    return await recount(tx, deps, place)
  }, patience)
}

/**
 * Marks a lesson as done by the learner's own word: an article, a file, or a video that was opened so long
 * ago that it can have been watched since, by the same rule that counts what a player reports. Safe to
 * repeat: the first time stands. Throws `precondition` for other videos (`lesson-needs-watching`) and for
 * quizzes (`lesson-needs-passing`), `not_found` and `forbidden` like `openLesson`.
 */
export async function completeLesson(
  deps: Needs,
  actor: Member,
  input: LessonInput,
): Promise<ProgressOutput> {
  const now = deps.clock.now()
  return await deps.db.$transaction(async (tx) => {
    const place = await lockPlace(tx, actor, input.enrolmentId, now)
    const lesson = await requireLesson(tx, place, input.lessonKey)
    const key = { enrolmentId: place.enrolmentId, lessonKey: lesson.key }
    const opened = await tx.lessonProgress.findUnique({
      where: { enrolmentId_lessonKey: key },
      select: { openedAt: true },
    })
    const openSeconds = (now.getTime() - (opened?.openedAt ?? now).getTime()) / 1000
    const hadTimeToWatch = isVideoWatched(openSeconds, lesson.videoSeconds ?? 0)
    const may = canMarkDone({ kind: lesson.kind, hadTimeToWatch })
    if (!may.ok) throw new DomainError('precondition', may.reason)
    await tx.lessonProgress.createMany({ data: [{ ...key, openedAt: now }], skipDuplicates: true })
    await tx.lessonProgress.updateMany({
      where: { ...key, completedAt: null },
      data: { completedAt: now },
    })
    return await recount(tx, deps, place)
  }, patience)
}
