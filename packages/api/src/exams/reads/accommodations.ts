import type { DbOrTx } from '@archway/db/client'
import type { Member } from '../../shared/actor'
import type { AccommodationListInput } from '../schema/board'
import { databaseNow } from './database-now'

/** What somebody asked for to sit an exam on equal terms, as they see it. */
export type MyAccommodation = {
  id: string
  exam: { title: string; slug: string }
  /** `ended`: it was agreed to and holds no more */
  state: 'requested' | 'approved' | 'refused' | 'ended'
  request: string
  answer: string
  timeMultiplier: number | null
  /** exclusive */
  validUntil: Date | null
  askedAt: Date
}

/** What a candidate asked for, of one exam or of all, the newest first. */
export async function listMyAccommodations(
  db: DbOrTx,
  { userId }: Member,
  offeringId?: string,
): Promise<MyAccommodation[]> {
  const [now, rows] = await Promise.all([
    databaseNow(db),
    db.accommodation.findMany({
      where: { candidateId: userId, offeringId },
      orderBy: { createdAt: 'desc' },
      select: {
        id: true,
        state: true,
        request: true,
        answer: true,
        timeMultiplier: true,
        validUntil: true,
        createdAt: true,
        offering: { select: { title: true, slug: true } },
      },
    }),
  ])
  return rows.map(({ offering, createdAt, timeMultiplier, state, ...row }) => ({
    ...row,
    state: row.validUntil && row.validUntil <= now ? 'ended' : state,
    exam: offering,
    askedAt: createdAt,
    timeMultiplier: timeMultiplier === null ? null : Number(timeMultiplier),
  }))
}

/** A page of what the board looks through at once. */
const shown = 100

/** Requests for the board: those that wait with the oldest first, the others with the newest. `isOwn`: the reader's. */
export async function listAccommodations(
  db: DbOrTx,
  actor: Member,
  { isOpen }: AccommodationListInput,
) {
  const rows = await db.accommodation.findMany({
    where: { state: isOpen ? 'requested' : { not: 'requested' } },
    orderBy: isOpen ? { createdAt: 'asc' } : { decidedAt: 'desc' },
    take: shown,
    select: {
      id: true,
      state: true,
      request: true,
      answer: true,
      timeMultiplier: true,
      validUntil: true,
      createdAt: true,
      decidedAt: true,
      candidate: { select: { id: true, name: true, email: true } },
      offering: { select: { title: true } },
      decidedBy: { select: { name: true, email: true } },
    },
  })
  return rows.map(({ offering, timeMultiplier, ...row }) => ({
    ...row,
    title: offering.title,
    timeMultiplier: timeMultiplier === null ? null : Number(timeMultiplier),
    isOwn: row.candidate.id === actor.userId,
  }))
}
