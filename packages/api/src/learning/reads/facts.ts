import type { DbOrTx } from '@archway/db/client'
import type { CountedLesson, LessonFact } from '../rules/progress'

export type OutlineLesson = CountedLesson & {
  id: string
  title: string
  minutes: number
  isPreview: boolean
  moduleId: string
}

/** The lessons of revisions in the order of the course, by revision. Without their content. */
export async function getLessonsByRevision(
  db: DbOrTx,
  revisionIds: readonly string[],
): Promise<Map<string, OutlineLesson[]>> {
  const rows = await db.lesson.findMany({
    where: { revisionId: { in: [...new Set(revisionIds)] } },
    select: {
      id: true,
      revisionId: true,
      moduleId: true,
      key: true,
      kind: true,
      title: true,
      minutes: true,
      isPreview: true,
      isRequired: true,
      videoSeconds: true,
    },
    orderBy: [{ module: { position: 'asc' } }, { position: 'asc' }, { key: 'asc' }],
  })
  const byRevision = new Map<string, OutlineLesson[]>()
  for (const { revisionId, ...lesson } of rows) {
    const known = byRevision.get(revisionId)
    if (known) known.push(lesson)
    else byRevision.set(revisionId, [lesson])
  }
  return byRevision
}

export async function getLessons(db: DbOrTx, revisionId: string): Promise<OutlineLesson[]> {
  return (await getLessonsByRevision(db, [revisionId])).get(revisionId) ?? []
}

/** What is recorded for enrolments, by enrolment. */
export async function getFactsByEnrolment(
  db: DbOrTx,
  enrolmentIds: readonly string[],
): Promise<Map<string, LessonFact[]>> {
  const ids = [...enrolmentIds]
  const rows = await db.lessonProgress.findMany({
    where: { enrolmentId: { in: ids } },
    select: { enrolmentId: true, lessonKey: true, completedAt: true, watchedSeconds: true },
  })
  const passed = await db.quizAttempt.findMany({
    where: { enrolmentId: { in: ids }, isPassed: true },
    distinct: ['enrolmentId', 'lessonKey'],
    select: { enrolmentId: true, lessonKey: true },
  })
  const facts = new Map<string, LessonFact[]>(ids.map((id) => [id, []]))
  for (const row of rows) {
    facts.get(row.enrolmentId)?.push({
      lessonKey: row.lessonKey,
      isMarkedDone: row.completedAt !== null,
      watchedSeconds: row.watchedSeconds,
      isQuizPassed: false,
    })
  }
  for (const row of passed) {
    facts.get(row.enrolmentId)?.push({
      lessonKey: row.lessonKey,
      isMarkedDone: false,
      watchedSeconds: 0,
      isQuizPassed: true,
    })
  }
  return facts
}

export async function getFacts(db: DbOrTx, enrolmentId: string): Promise<LessonFact[]> {
  return (await getFactsByEnrolment(db, [enrolmentId])).get(enrolmentId) ?? []
}
