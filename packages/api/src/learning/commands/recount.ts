import type { Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { getFacts, getLessons } from '../reads/facts'
import { courseProgress } from '../rules/progress'
import type { ProgressOutput } from '../schema'
import type { Place } from './place'
import { recountPrograms } from './recount-programs'
import { writeProgress } from './write-progress'

/**
 * Counts the course anew from what is recorded and writes it down, then the programs that it belongs
 * to. The place is locked by the caller (`lockPlace`), so the last of several transactions sees all
 * facts. Safe to repeat: the same facts give the same row, one completion and one mail.
 */
export async function recount(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  place: Place,
): Promise<ProgressOutput> {
  const lessons = await getLessons(tx, place.revisionId)
  const progress = courseProgress(lessons, await getFacts(tx, place.enrolmentId))
  const { completedAt, isJustCompleted } = await writeProgress(tx, deps, {
    enrolmentId: place.enrolmentId,
    ...progress,
  })
  const programs = await tx.programCourse.findMany({
    where: { courseId: place.offeringId },
    select: { programId: true },
  })
  await recountPrograms(
    tx,
    deps,
    place.userId,
    programs.map(({ programId }) => programId),
  )
  return {
    percent: progress.percent,
    isCompleted: progress.isCompleted,
    completedAt,
    isJustCompleted,
    nextLessonKey: progress.nextKey,
  }
}
