import type { Tx } from '@archway/db/client'

/**
 * Gives a person a place in each offering: pinned to the revision that is current now, null for
 * programs. A place that exists is left as it is, with its progress and its revision; one that was
 * made before the course had content gets the current revision. Safe to repeat and to run at once.
 */
export async function ensureEnrolments(
  tx: Tx,
  userId: string,
  offeringIds: readonly string[],
  now: Date,
): Promise<void> {
  const offerings = await tx.offering.findMany({
    where: { id: { in: [...offeringIds] } },
    select: { id: true, currentRevisionId: true },
    orderBy: { id: 'asc' },
  })
  await tx.enrolment.createMany({
    data: offerings.map((offering) => ({
      userId,
      offeringId: offering.id,
      revisionId: offering.currentRevisionId,
      startedAt: now,
      lastActivityAt: now,
    })),
    skipDuplicates: true,
  })
  for (const offering of offerings) {
    if (offering.currentRevisionId === null) continue
    await tx.enrolment.updateMany({
      where: { userId, offeringId: offering.id, revisionId: null },
      data: { revisionId: offering.currentRevisionId },
    })
  }
}
