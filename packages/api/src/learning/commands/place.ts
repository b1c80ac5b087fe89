import type { Tx } from '@archway/db/client'
import { hasAccess } from '../../enrolments/reads/access'
import type { Member } from '../../shared/actor'
import { conflict, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canLearn } from '../policy'

/** How long a command waits for a connection and for its turn, in milliseconds. */
export const patience = { maxWait: 10_000, timeout: 10_000 } as const

/** Somebody's place in a course, held by the transaction that asked for it. */
export type Place = {
  enrolmentId: string
  userId: string
  offeringId: string
  /** the revision that the learner is on */
  revisionId: string
  lastLessonKey: string | null
  completedAt: Date | null
}

/**
 * Locks the actor's own enrolment in a course for the rest of the transaction, so that what is
 * recorded and what is counted from it belong together, and requires access. A place that was made
 * before the course had content is pinned to the current revision. Throws `not_found` for an unknown
 * enrolment as for somebody else's, `forbidden` without access, `conflict` without content.
 */
export async function lockPlace(
  tx: Tx,
  actor: Member,
  enrolmentId: string,
  now: Date,
): Promise<Place> {
  const [row] = await tx.$queryRaw<(Omit<Place, 'revisionId'> & { revisionId: string | null })[]>`
    select e.id as "enrolmentId", e.user_id as "userId", e.offering_id as "offeringId",
      coalesce(e.revision_id, o.current_revision_id) as "revisionId",
      e.last_lesson_key as "lastLessonKey", e.completed_at as "completedAt"
    from enrolments e join offerings o on o.id = e.offering_id
    where e.id = ${enrolmentId}::uuid and e.user_id = ${actor.userId}::uuid and o.kind = 'course'
    for no key update of e`
  if (!row) throw notFound('enrolment')
  enforce(canLearn({ hasAccess: await hasAccess(tx, actor.userId, row.offeringId, now) }))
  if (row.revisionId === null) throw conflict('course-without-content')
  await tx.enrolment.updateMany({
    where: { id: enrolmentId, revisionId: null },
    data: { revisionId: row.revisionId },
  })
  return { ...row, revisionId: row.revisionId }
}

/** The lesson of the place's revision with this key. Throws `not_found`. */
export async function requireLesson(tx: Tx, place: Place, lessonKey: string) {
  const lesson = await tx.lesson.findUnique({
    where: { revisionId_key: { revisionId: place.revisionId, key: lessonKey } },
    select: { id: true, key: true, kind: true, passPercent: true, videoSeconds: true },
  })
  if (!lesson) throw notFound('lesson')
  return lesson
}
