import type { Tx } from '@archway/db/client'
import { requestMail } from '../../notifications/commands'
import { learnLink } from '../../notifications/rules'
import type { Actor, Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canEnrolFree } from '../policy'
import { revokedByStaff } from '../rules'
import { applyGrants } from './apply-grants'

/**
 * Enrols the signed-in person in a published offering of ours that costs nothing. Stripe is never
 * called. The offering is the cause of the grant, so enrolling twice or at once is one grant, one
 * enrolment and one mail. Throws `not_found`, `precondition` (`not-free`, `not-for-sale`) or
 * `conflict` when staff took the access back.
 */
export async function enrolFree(
  deps: Deps,
  actor: Actor,
  input: { offeringId: string },
): Promise<{ offeringId: string; enrolmentId: string; isNew: boolean }> {
  enforce(canEnrolFree(actor))
  if (actor.type !== 'member') throw new DomainError('unauthenticated', 'sign-in-required')
  return await deps.db.$transaction((tx) => enrolFreeIn(tx, deps, actor, input.offeringId))
}

/** The same inside a transaction of the caller. */
export async function enrolFreeIn(tx: Tx, deps: Deps, actor: Member, offeringId: string) {
  const offering = await tx.offering.findUnique({
    where: { id: offeringId },
    select: {
      kind: true,
      title: true,
      slug: true,
      status: true,
      origin: true,
      prices: {
        where: { validTo: null, period: 'one_time' },
        select: { amountMinor: true },
      },
    },
  })
  if (offering?.status !== 'published') throw notFound('offering')
  if (offering.origin !== 'own') throw new DomainError('precondition', 'not-for-sale')
  const isFree = offering.prices.some((price) => price.amountMinor === 0n)
  if (!isFree) throw new DomainError('precondition', 'not-free')
  const isNew = await applyGrants(tx, deps, {
    userId: actor.userId,
    offeringId,
    sourceType: 'free',
    sourceId: offeringId,
    state: 'active',
  })
  const taken = await tx.accessGrant.findFirst({
    where: {
      userId: actor.userId,
      offeringId,
      sourceType: 'free',
      sourceId: offeringId,
      stateReason: revokedByStaff,
    },
    select: { id: true },
  })
  if (taken) throw conflict('access-revoked')
  const enrolment = await tx.enrolment.findUniqueOrThrow({
    where: { userId_offeringId: { userId: actor.userId, offeringId } },
    select: { id: true },
  })
  if (isNew) {
    await requestMail(tx, {
      key: `enrolment-welcome:${enrolment.id}`,
      template: 'enrolment-welcome',
      recipient: actor.email,
      params: {
        name: actor.name,
        title: offering.title,
        learnUrl: learnLink(deps.appUrl, offering),
      },
    })
  }
  return { offeringId, enrolmentId: enrolment.id, isNew }
}
