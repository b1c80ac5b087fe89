import type { Db } from '@archway/db/client'
import type { Member } from '../../shared/actor'
import { type CoursePlace, getCoursePlace } from './course-place'
import { listNotes, type Note } from './notes'
import { getRevisionOffer, type RevisionOffer } from './revision-offer'

export type CourseHome = CoursePlace & {
  /** every note of the course, in the order of its lessons; of lessons that are gone, last */
  notes: (Note & { lessonTitle: string | null })[]
  /** a newer edition, when there is one and the learner has access */
  offer: RevisionOffer | null
  /** the orders behind the access, by order line */
  orders: { orderLineId: string; orderId: string; number: number }[]
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
  const [notes, offer, lines] = await Promise.all([
    listNotes(db, { enrolmentId }),
    access.hasAccess && revision && currentRevisionId && revision.id !== currentRevisionId
      ? getRevisionOffer(db, { enrolmentId, revisionId: revision.id, currentRevisionId })
      : null,
    db.orderLine.findMany({
      where: {
        id: {
          in: access.reasons
            .filter((reason) => reason.source === 'order_line')
            .map((reason) => reason.sourceId),
        },
        order: { userId: actor.userId },
      },
      select: { id: true, order: { select: { id: true, number: true } } },
    }),
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
    orders: lines.map(({ id, order }) => ({
      orderLineId: id,
      orderId: order.id,
      number: order.number,
    })),
  }
}
