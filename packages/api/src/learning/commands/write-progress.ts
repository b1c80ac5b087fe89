import type { Tx } from '@archway/db/client'
import { awardCauseOf } from '../../credentials/rules/award-cause'
import { requestMail } from '../../notifications/commands'
import { learnLink } from '../../notifications/rules'
import type { Deps } from '../../shared/deps'
import { addJob } from '../../shared/jobs'

type Completion = { enrolmentId: string; percent: number; isCompleted: boolean }

/**
 * Writes a counted progress down. Completion is noted once and never taken back, and its mail is
 * requested with it. Returns when it was completed, and whether by this very call.
 */
export async function writeProgress(
  tx: Tx,
  { clock, appUrl }: Pick<Deps, 'clock' | 'appUrl'>,
  { enrolmentId, percent, isCompleted }: Completion,
): Promise<{ completedAt: Date | null; isJustCompleted: boolean }> {
  const now = clock.now()
  const enrolment = await tx.enrolment.update({
    where: { id: enrolmentId },
    data: { progressPercent: percent, lastActivityAt: now },
    select: {
      completedAt: true,
      user: { select: { email: true, name: true } },
      offering: { select: { kind: true, origin: true, slug: true, title: true } },
    },
  })
  if (!isCompleted || enrolment.completedAt !== null) {
    return { completedAt: enrolment.completedAt, isJustCompleted: false }
  }
  await tx.enrolment.update({ where: { id: enrolmentId }, data: { completedAt: now } })
  if (enrolment.offering.origin === 'own') {
    const cause = awardCauseOf(enrolment.offering.kind)
    await addJob(
      tx,
      'award.earned',
      { cause, causeId: enrolmentId },
      { key: `award:${enrolmentId}` },
    )
  }
  await requestMail(tx, {
    key: `course-completed:${enrolmentId}`,
    template: 'course-completed',
    recipient: enrolment.user.email,
    params: {
      name: enrolment.user.name,
      title: enrolment.offering.title,
      learnUrl: learnLink(appUrl, enrolment.offering),
    },
  })
  return { completedAt: now, isJustCompleted: true }
}
