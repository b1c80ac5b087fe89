import type { DbOrTx } from '@archway/db/client'
import type { CaseInterests } from '../policy'

/** Whom a sitting is of, and the providers that teach them. Throws when there is no such sitting. */
export async function caseInterests(db: DbOrTx, attemptId: string): Promise<CaseInterests> {
  const { candidateId, offeringId } = await db.examAttempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { candidateId: true, offeringId: true },
  })
  const offerings = await db.offering.findMany({
    where: { OR: [{ id: offeringId }, { grants: { some: { userId: candidateId } } }] },
    distinct: ['providerId'],
    select: { providerId: true },
  })
  return { candidateId, teachingProviderIds: offerings.map((row) => row.providerId) }
}
