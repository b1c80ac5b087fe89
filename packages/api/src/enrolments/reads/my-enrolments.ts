import type { DbOrTx } from '@archway/db/client'
import { accessReasons } from '../rules'
import { getAccessByOffering } from './access'

/** Everything a person is enrolled in, with why it is open or closed to them; latest first. */
export async function listMyEnrolments(db: DbOrTx, userId: string, now: Date) {
  const [enrolments, access] = await Promise.all([
    db.enrolment.findMany({
      where: { userId },
      select: {
        id: true,
        offeringId: true,
        progressPercent: true,
        completedAt: true,
        offering: { select: { slug: true, title: true, kind: true } },
      },
      orderBy: { lastActivityAt: 'desc' },
    }),
    getAccessByOffering(db, userId, null, now),
  ])
  return enrolments.map(({ id, offering, ...enrolment }) => ({
    enrolmentId: id,
    ...enrolment,
    ...offering,
    access: access.get(enrolment.offeringId) ?? accessReasons([], now),
  }))
}
