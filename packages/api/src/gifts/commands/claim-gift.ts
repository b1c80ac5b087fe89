import { recordAudit } from '../../audit/commands'
import { applyGrants } from '../../enrolments/commands/apply-grants'
import { hasAccess } from '../../enrolments/reads/access'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { enforce } from '../../shared/policy-result'
import { requireOneRow, statesBefore } from '../../shared/transition'
import { canClaimGift } from '../policy'
import { type GiftState, giftTransitions } from '../states'
import { holdGift } from './hold-gift'

export type ClaimedGift = { giftId: string; slug: string; kind: string }

/**
 * Claims a gift with the secret of its mail or of the buyer's link, and opens access at once. Of two who
 * claim it one gets it. Who owns the same thing already is told and may pass the link on.
 *
 * Throws `unauthenticated`, `forbidden` (`email-not-verified`, `gift-owned-already`, `gift-suspended`,
 * `gift-revoked`, `gift-claimed`) and `precondition` (`link-invalid`) for a secret that opens nothing,
 * such as one that was used.
 */
export async function claimGift(
  deps: Deps,
  actor: Actor,
  { token }: { token: string },
): Promise<ClaimedGift> {
  if (actor.type !== 'member') throw new DomainError('unauthenticated', 'sign-in-required')
  const hash = sha256(token)
  const bySecret = { OR: [{ mailHash: hash }, { linkHash: hash }] }
  return await deps.db.$transaction(async (tx) => {
    const named = await tx.gift.findFirst({ where: bySecret, select: { id: true } })
    if (!named) throw new DomainError('precondition', 'link-invalid')
    const gift = await holdGift(tx, named.id)
    const owned = await hasAccess(tx, actor.userId, gift.offeringId, deps.clock.now())
    enforce(canClaimGift(actor, gift, { hasAccess: owned }))
    const { count } = await tx.gift.updateMany({
      where: {
        id: gift.id,
        state: { in: statesBefore<GiftState>(giftTransitions, 'claimed') },
        ...bySecret,
      },
      data: {
        state: 'claimed',
        claimedAt: deps.clock.now(),
        claimedById: actor.userId,
        mailHash: null,
        linkHash: null,
      },
    })
    requireOneRow(count, 'gift-claimed')
    await applyGrants(tx, deps, {
      userId: actor.userId,
      offeringId: gift.offeringId,
      sourceType: 'gift',
      sourceId: gift.id,
      state: 'active',
    })
    await recordAudit(tx, actor, {
      action: 'gift.claim',
      entityType: 'gift',
      entityId: gift.id,
      before: { state: gift.state },
      after: { state: 'claimed' },
    })
    return { giftId: gift.id, slug: gift.offering.slug, kind: gift.offering.kind }
  })
}
