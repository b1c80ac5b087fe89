import type { DbOrTx } from '@archway/db/client'
import { notFound } from '../../shared/errors'
import type { DecidedSitting } from '../policy'
import type { AttemptState } from '../states'

/** What says who may decide about a sitting. Throws `not_found`. */
export async function requireDecidedSitting(
  db: DbOrTx,
  attemptId: string,
): Promise<DecidedSitting & { state: AttemptState; offeringId: string }> {
  const attempt = await db.examAttempt.findUnique({
    where: { id: attemptId },
    select: { candidateId: true, decidedById: true, state: true, offeringId: true },
  })
  if (!attempt) throw notFound('attempt')
  const courses = await db.enrolment.findMany({
    where: { userId: attempt.candidateId },
    distinct: ['offeringId'],
    select: { offering: { select: { providerId: true } } },
  })
  return { ...attempt, taughtBy: courses.map(({ offering }) => offering.providerId) }
}
