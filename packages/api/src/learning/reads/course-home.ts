import type { Db } from '@archway/db/client'
import { explainAccess } from '../../enrolments/reads/explained-access'
import type { ExplainedReason } from '../../enrolments/schema'
import type { Member } from '../../shared/actor'
import { type CoursePlace, getCoursePlace } from './course-place'
import { listNotes, type Note } from './notes'
import { getRevisionOffer, type RevisionOffer } from './revision-offer'

export type CourseHome = CoursePlace & {
  /** every note of the course, in the order of its lessons; of lessons that are gone, last */
  notes: (Note & { lessonTitle: string | null })[]
  /** a newer edition, when there is one and the learner has access */
  offer: RevisionOffer | null
  /** why it is open or closed to the learner, each reason with its cause */
  reasons: ExplainedReason[]
}

/** The actor's course home by its slug; null when they are not enrolled. */
export async function getCourseHome(
  db: Db,
  actor: Member,
  slug: string,
  now: Date,
): Promise<CourseHome | null> {
  const place = await getCoursePlace(db, actor, slug, now)
  if (!place) return null
  const { revision, currentRevisionId, access, enrolmentId } = place
  const [notes, offer, reasons] = await Promise.all([
    listNotes(db, { enrolmentId }),
    access.hasAccess && revision && currentRevisionId && revision.id !== currentRevisionId
      ? getRevisionOffer(db, { enrolmentId, revisionId: revision.id, currentRevisionId })
      : null,
    explainAccess(db, actor.userId, now, { offeringId: place.offering.id }),
  ])
  const lessons = place.outline.flatMap((module) => module.lessons)
  const positions = new Map(lessons.map((lesson, index) => [lesson.key, index]))
  const positionOf = (note: Note) => positions.get(note.lessonKey) ?? lessons.length
  return {
    ...place,
    offer,
    notes: notes
      .sort((a, b) => positionOf(a) - positionOf(b))
      .map((note) => ({ ...note, lessonTitle: lessons[positionOf(note)]?.title ?? null })),
    reasons,
  }
}
