import type { Tx } from '@archway/db/client'
import { recountPrograms } from '../../learning/commands/recount-programs'
import type { Deps } from '../../shared/deps'
import { revokedByStaff } from '../rules'
import type { GrantSource } from '../schema'
import { ensureEnrolments } from './ensure-enrolment'

export type GrantWish = {
  userId: string
  offeringId: string
  sourceType: GrantSource
  /** id of the cause: the same cause grants once */
  sourceId: string
  state: 'active' | 'suspended' | 'revoked'
  stateReason?: string | null
  /** when what is given for the first time opens; null: now */
  startsAt?: Date | null
  endsAt?: Date | null
  note?: string | null
}

/** The offering and, when it is a program, each of its courses: what buying it opens. */
async function opensUp(tx: Tx, offeringId: string): Promise<string[]> {
  const courses = await tx.programCourse.findMany({
    where: { programId: offeringId },
    select: { courseId: true },
    orderBy: { position: 'asc' },
  })
  return [offeringId, ...courses.map((row) => row.courseId)]
}

/**
 * Makes the grants of one cause stand as wished, in the caller's transaction. The first time, grants
 * for the offering and for the courses of a program are made, with enrolments; after that the same
 * grants change state, so what was bought stays what was bought when a program is edited. Nothing is
 * made for a cause that never granted and should not; grants that staff took back are left alone.
 * Returns whether anything changed. Safe to repeat: the unique key of cause, person and offering.
 */
export async function applyGrants(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  wish: GrantWish,
): Promise<boolean> {
  const now = deps.clock.now()
  const cause = { sourceType: wish.sourceType, sourceId: wish.sourceId, userId: wish.userId }
  const existing = await tx.accessGrant.findMany({
    where: cause,
    select: { id: true, state: true, stateReason: true },
  })
  if (existing.length === 0) {
    if (wish.state === 'revoked') return false
    const offeringIds = await opensUp(tx, wish.offeringId)
    const { count } = await tx.accessGrant.createMany({
      data: offeringIds.map((offeringId) => ({
        ...cause,
        offeringId,
        state: wish.state,
        stateReason: wish.stateReason ?? null,
        startsAt: wish.startsAt ?? now,
        endsAt: wish.endsAt ?? null,
        note: wish.note ?? null,
      })),
      skipDuplicates: true,
    })
    await ensureEnrolments(tx, wish.userId, offeringIds, now)
    // Courses may have been begun or completed before their program was bought.
    if (offeringIds.length > 1) await recountPrograms(tx, deps, wish.userId, [wish.offeringId])
    return count > 0
  }
  const { count } = await tx.accessGrant.updateMany({
    where: {
      ...cause,
      state: { notIn: [wish.state, 'ended'] },
      OR: [{ stateReason: null }, { stateReason: { not: revokedByStaff } }],
    },
    data: { state: wish.state, stateReason: wish.stateReason ?? null },
  })
  return count > 0
}
