import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { canMarkDone } from '../policy'
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
 * Marks an article or a file as done by the learner's own word. Safe to repeat: the first time
 * stands. Throws `precondition` for videos (`lesson-needs-watching`) and quizzes
 * (`lesson-needs-passing`), `not_found` and `forbidden` like `openLesson`.
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
    const may = canMarkDone(lesson.kind)
    if (!may.ok) throw new DomainError('precondition', may.reason)
    await tx.lessonProgress.createMany({
      data: [{ enrolmentId: place.enrolmentId, lessonKey: lesson.key, openedAt: now }],
      skipDuplicates: true,
    })
    await tx.lessonProgress.updateMany({
      where: { enrolmentId: place.enrolmentId, lessonKey: lesson.key, completedAt: null },
      data: { completedAt: now },
    })
    return await recount(tx, deps, place)
  }, patience)
}
