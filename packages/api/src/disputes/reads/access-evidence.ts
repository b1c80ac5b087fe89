import type { DbOrTx } from '@archway/db/client'
import type { EvidenceFacts } from '../rules/evidence-facts'

type Bought = { userId: string | null; lines: readonly { id: string }[] }

/** Seats and gifts of an order, with what happened to them, and as whose of them somebody learns. */
async function readHandedOver(db: DbOrTx, lineIds: string[]) {
  const where = { orderLineId: { in: lineIds } }
  const [pools, gifts] = await Promise.all([
    db.seatPool.findMany({
      where,
      select: {
        offering: { select: { title: true } },
        assignments: {
          orderBy: [{ slot: 'asc' }, { createdAt: 'asc' }],
          select: { id: true, slot: true, createdAt: true, claimedAt: true, releasedAt: true },
        },
      },
    }),
    db.gift.findMany({
      where,
      select: {
        id: true,
        sentAt: true,
        claimedAt: true,
        offering: { select: { title: true } },
      },
    }),
  ])
  const seats = pools.flatMap(({ offering, assignments }) =>
    assignments.map((seat) => ({ ...seat, by: { seat: seat.slot }, title: offering.title })),
  )
  const presents = gifts.map(({ offering, ...gift }) => ({
    ...gift,
    by: 'gift' as const,
    title: offering.title,
    createdAt: gift.sentAt,
    releasedAt: null,
  }))
  return [...seats, ...presents]
}

/**
 * What was done with what the order opened, by the buyer and by those who took its seats and gifts: an item
 * for each offering of its grants that can be learnt, with lessons and quizzes by the titles of the revision
 * that the learner has. Of others no name is in it: they are no party to the dispute.
 */
export async function getAccessEvidence(
  db: DbOrTx,
  { userId, lines }: Bought,
): Promise<Pick<EvidenceFacts, 'access' | 'handedOver'>> {
  if (userId === null) return { access: [], handedOver: [] }
  const lineIds = lines.map((line) => line.id)
  const others = await readHandedOver(db, lineIds)
  const grants = await db.accessGrant.findMany({
    where: {
      OR: [
        { sourceType: 'order_line', sourceId: { in: lineIds } },
        { sourceType: { in: ['seat', 'gift'] }, sourceId: { in: others.map(({ id }) => id) } },
      ],
    },
    orderBy: { startsAt: 'asc' },
    select: { userId: true, offeringId: true, sourceId: true, startsAt: true },
  })
  const enrolments = await db.enrolment.findMany({
    where: {
      userId: { in: grants.map((grant) => grant.userId) },
      offeringId: { in: grants.map((grant) => grant.offeringId) },
    },
    select: {
      userId: true,
      offeringId: true,
      progressPercent: true,
      completedAt: true,
      offering: { select: { title: true, kind: true } },
      revision: { select: { lessons: { select: { key: true, title: true } } } },
      lessons: { orderBy: { openedAt: 'asc' } },
      quizAttempts: { orderBy: { submittedAt: 'asc' } },
    },
  })
  const access = grants.flatMap((grant) => {
    const place = enrolments.find(
      (enrolment) => enrolment.userId === grant.userId && enrolment.offeringId === grant.offeringId,
    )
    if (!place) return []
    const titles = new Map(place.revision?.lessons.map(({ key, title }) => [key, title]))
    const titleOf = (key: string) => titles.get(key) ?? key
    return [
      {
        ...place.offering,
        by: others.find(({ id }) => id === grant.sourceId)?.by ?? ('buyer' as const),
        openedAt: grant.startsAt,
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
  const handedOver = others.map(({ by, title, createdAt, claimedAt, releasedAt }) => ({
    by,
    title,
    offeredAt: createdAt,
    claimedAt,
    releasedAt,
  }))
  return { access, handedOver }
}
