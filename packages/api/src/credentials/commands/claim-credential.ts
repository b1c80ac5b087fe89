import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import { addJob } from '../../shared/jobs'
import { awardCauseOf } from '../rules/award-cause'
import { issueCredential } from './issue-credential'

/**
 * Takes the name that the holder wants on credentials and issues the one that is asked for; all others that
 * they have earned before follow as jobs. The name is asked for once: afterwards the one that was
 * confirmed first stands, whatever is sent. Safe to repeat, also at once. Throws `not_found` for an enrolment that
 * is not the actor's, and as `issueCredential` does.
 */
export async function claimCredential(
  deps: Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl'>,
  actor: Member,
  { enrolmentId, name }: { enrolmentId: string; name: string },
): Promise<{ credentialId: string }> {
  const enrolment = await deps.db.enrolment.findFirst({
    where: { id: enrolmentId, userId: actor.userId },
    select: { offering: { select: { kind: true } } },
  })
  if (!enrolment) throw notFound('enrolment')
  await deps.db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.userId, credentialName: null },
      data: { credentialName: name },
    })
    if (count === 0) return
    await recordAudit(tx, actor, {
      action: 'credential.name-confirmed',
      entityType: 'person',
      entityId: actor.userId,
    })
    const earned = await tx.enrolment.findMany({
      where: {
        userId: actor.userId,
        completedAt: { not: null },
        id: { not: enrolmentId },
        offering: { origin: 'own' },
      },
      select: { id: true, offering: { select: { kind: true } } },
    })
    for (const { id, offering } of earned) {
      const award = { cause: awardCauseOf(offering.kind), causeId: id }
      await addJob(tx, 'award.earned', award, { key: `award:${id}` })
    }
  })
  const { credentialId } = await issueCredential(deps, {
    cause: awardCauseOf(enrolment.offering.kind),
    causeId: enrolmentId,
  })
  return { credentialId }
}
