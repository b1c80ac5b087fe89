import { recordAudit } from '../../audit/commands'
import { requestMail } from '../../notifications/commands'
import { learnLink } from '../../notifications/rules'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canGrant } from '../policy'
import type { AdminGrantInput } from '../schema'
import { applyGrants } from './apply-grants'

/**
 * Gives somebody access to an offering of ours, with a reason that goes into the audit log. The
 * request's id is the cause of the grant: the same request twice is one grant, one mail and one
 * audit entry. Needs `enrolment.grant`. Throws `not_found` for an unknown person or offering and
 * `invalid` for an end in the past.
 */
export async function grantByStaff(
  deps: Deps,
  actor: Actor,
  input: AdminGrantInput,
): Promise<{ userId: string; isNew: boolean }> {
  enforce(canGrant(actor))
  const now = deps.clock.now()
  if (input.endsAt !== null && input.endsAt.getTime() <= now.getTime()) {
    throw invalid('date-past', 'endsAt')
  }
  return await deps.db.$transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email: input.email },
      select: { id: true, email: true, name: true },
    })
    if (!user) throw invalid('no-account', 'email')
    const offering = await tx.offering.findUnique({
      where: { id: input.offeringId },
      select: { kind: true, title: true, slug: true, origin: true },
    })
    if (!offering) throw notFound('offering')
    if (offering.origin !== 'own') throw invalid('offering-not-ours', 'offeringId')
    const isNew = await applyGrants(tx, deps, {
      userId: user.id,
      offeringId: input.offeringId,
      sourceType: 'staff',
      sourceId: input.requestId,
      state: 'active',
      endsAt: input.endsAt,
      note: input.reason,
    })
    if (isNew) {
      await requestMail(tx, {
        key: `staff-grant:${input.requestId}:${user.id}:${input.offeringId}`,
        template: 'enrolment-welcome',
        recipient: user.email,
        params: {
          name: user.name,
          title: offering.title,
          learnUrl: learnLink(deps.appUrl, offering),
        },
      })
      await recordAudit(tx, actor, {
        action: 'enrolment.grant',
        entityType: 'user',
        entityId: user.id,
        after: { offeringId: input.offeringId, endsAt: input.endsAt, requestId: input.requestId },
        reason: input.reason,
      })
    }
    return { userId: user.id, isNew }
  })
}
