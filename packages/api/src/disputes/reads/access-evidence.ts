import type { DbOrTx } from '@archway/db/client'
import type { EvidenceFacts } from '../rules/evidence-facts'

type Bought = { userId: string | null; lines: readonly { id: string }[] }

/**
 * What the buyer did with what the order opened: an item for each offering of its grants that can be
 * learnt, with lessons and quizzes by the titles of the revision that the learner has.
 */
export async function getAccessEvidence(
  db: DbOrTx,
  { userId, lines }: Bought,
): Promise<EvidenceFacts['access']> {
  if (userId === null) return []
  const grants = await db.accessGrant.findMany({
    where: { sourceType: 'order_line', sourceId: { in: lines.map((line) => line.id) } },
    orderBy: { startsAt: 'asc' },
    select: { offeringId: true, startsAt: true },
  })
  const enrolments = await db.enrolment.findMany({
    where: { userId, offeringId: { in: grants.map((grant) => grant.offeringId) } },
    select: {
      offeringId: true,
      progressPercent: true,
      completedAt: true,
      offering: { select: { title: true, kind: true } },
      revision: { select: { lessons: { select: { key: true, title: true } } } },
      lessons: { orderBy: { openedAt: 'asc' } },
      quizAttempts: { orderBy: { submittedAt: 'asc' } },
    },
  })
  return grants.flatMap(({ offeringId, startsAt }) => {
    const place = enrolments.find((enrolment) => enrolment.offeringId === offeringId)
    if (!place) return []
    const titles = new Map(place.revision?.lessons.map(({ key, title }) => [key, title]))
    const titleOf = (key: string) => titles.get(key) ?? key
    return [
      {
        ...place.offering,
        openedAt: startsAt,
        progressPercent: place.progressPercent,
        completedAt: place.completedAt,
        lessons: place.lessons.map(({ lessonKey, openedAt, completedAt }) => ({
          title: titleOf(lessonKey),
          openedAt,
          completedAt,
        })),
        quizzes: place.quizAttempts.map(({ lessonKey, number, scorePercent, submittedAt }) => ({
          title: titleOf(lessonKey),
          number,
          scorePercent,
          submittedAt,
        })),
      },
    ]
  })
}
