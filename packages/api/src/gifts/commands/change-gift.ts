import { recordAudit } from '../../audit/commands'
import { giftClaimLink } from '../../notifications/rules'
import { dayIn } from '../../orders/rules/overview-period'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { randomToken, sha256 } from '../../shared/hash'
import { enforce } from '../../shared/policy-result'
import { canChangeGift } from '../policy'
import { deliveryProblem } from '../rules'
import type { GiftInput, SendGiftInput, UpdateGiftInput } from '../schema'
import { deliveryTime } from './delivery-time'
import { holdOwnGift } from './hold-gift'
import { mailGift } from './mail-gift'

/**
 * Corrects whom a gift is for and, before it is mailed, on which day. One that was mailed goes to the
 * new address at once, and the link in the old mail stops working. Until it is claimed.
 * Throws `not_found` for somebody else's, `forbidden` (`gift-claimed`, `gift-revoked`,
 * `gift-suspended`), `invalid` for the day and `rate_limited`.
 */
export async function updateGift(deps: Deps, actor: Actor, input: UpdateGiftInput): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const gift = await holdOwnGift(tx, actor, input.giftId)
    enforce(canChangeGift(gift))
    const { timeZone } = gift.buyer
    const now = deps.clock.now()
    const isMoved = gift.state === 'scheduled' && input.deliverOn !== null
    const problem = isMoved ? deliveryProblem(input.deliverOn, dayIn(now, timeZone)) : null
    if (problem) throw invalid(problem, 'deliverOn')
    const isElsewhere = input.recipientEmail.toLowerCase() !== gift.recipientEmail.toLowerCase()
    const data = {
      recipientEmail: input.recipientEmail,
      recipientName: input.recipientName ?? null,
      ...(isMoved ? { deliverAt: await deliveryTime(tx, input.deliverOn, timeZone, now) } : {}),
      ...(isElsewhere ? { mailHash: null } : {}),
    }
    await tx.gift.update({ where: { id: gift.id }, data, select: { id: true } })
    if (isElsewhere && gift.state === 'sent') {
      await deps.limits.consume('invitationPerAddress', input.recipientEmail.toLowerCase())
      await mailGift(tx, deps, { ...gift, ...data })
    }
    await recordAudit(tx, actor, {
      action: 'gift.update',
      entityType: 'gift',
      entityId: gift.id,
      before: {
        recipientEmail: gift.recipientEmail,
        recipientName: gift.recipientName,
        deliverAt: gift.deliverAt,
      },
      after: data,
      reason: input.reason,
    })
  })
}

/**
 * Mails a gift again with a new link, or for the first time before its day. Pressed twice, or while its day mails it,
 * it is mailed once: another mail would end the link of the first. Throws like `updateGift`.
 */
export async function resendGift(deps: Deps, actor: Actor, input: SendGiftInput): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const gift = await holdOwnGift(tx, actor, input.giftId)
    enforce(canChangeGift(gift))
    if (input.sends !== undefined && gift.sends > input.sends) return
    await deps.limits.consume('invitationPerAddress', gift.recipientEmail.toLowerCase())
    await mailGift(tx, deps, gift)
    await recordAudit(tx, actor, {
      action: 'gift.send',
      entityType: 'gift',
      entityId: gift.id,
      before: { state: gift.state, sends: gift.sends },
      after: { state: 'sent', sends: gift.sends + 1 },
      reason: input.reason,
    })
  })
}

/**
 * Makes the link that the buyer hands over or prints, in place of an earlier one. It works beside the
 * mailed one; whoever claims first has the gift. It is returned here and nowhere again.
 */
export async function makeGiftLink(
  deps: Deps,
  actor: Actor,
  input: GiftInput,
): Promise<{ url: string }> {
  const secret = randomToken()
  await deps.db.$transaction(async (tx) => {
    const gift = await holdOwnGift(tx, actor, input.giftId)
    enforce(canChangeGift(gift))
    await tx.gift.update({
      where: { id: gift.id },
      data: { linkHash: sha256(secret) },
      select: { id: true },
    })
    await recordAudit(tx, actor, {
      action: 'gift.link-make',
      entityType: 'gift',
      entityId: gift.id,
      reason: input.reason,
    })
  })
  return { url: giftClaimLink(deps.appUrl, secret) }
}
