import type { Tx } from '@archway/db/client'
import { applyGrants } from '../../enrolments/commands/apply-grants'
import type { Deps } from '../../shared/deps'
import type { GiftWish } from '../schema'
import type { GiftStanding } from '../states'
import { deliveryTime } from './delivery-time'

export type FollowedGift = {
  buyer: { id: string; timeZone: string }
  line: { id: string; offeringId: string }
  /** as the buyer wrote it when the order was placed */
  wish: GiftWish
  state: GiftStanding
  stateReason: string | null
}

/**
 * Makes a gift stand as its order line does: made when the line is paid for the first time, held or
 * taken with the money afterwards, together with the access of who claimed it. Nothing is made for a
 * line that never was paid. Returns whether something changed. Safe to repeat.
 */
export async function followGift(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  { buyer, line, wish, state, stateReason }: FollowedGift,
): Promise<boolean> {
  const now = deps.clock.now()
  if (state !== 'revoked') {
    const { count } = await tx.gift.createMany({
      data: [
        {
          orderLineId: line.id,
          buyerId: buyer.id,
          offeringId: line.offeringId,
          recipientEmail: wish.recipientEmail,
          recipientName: wish.recipientName ?? null,
          message: wish.message,
          deliverAt: await deliveryTime(tx, wish.deliverOn, buyer.timeZone, now),
          standing: state,
          standingReason: stateReason,
          createdAt: now,
        },
      ],
      skipDuplicates: true,
    })
    if (count > 0) return true
  }
  const [gift] = await tx.$queryRaw<
    { id: string; standing: GiftStanding; claimedById: string | null }[]
  >`
    select id, standing, claimed_by_id as "claimedById" from gifts
    where order_line_id = ${line.id}::uuid for no key update`
  if (!gift) return false
  const hasChanged = gift.standing !== state
  if (hasChanged) {
    await tx.gift.update({
      where: { id: gift.id },
      data: { standing: state, standingReason: stateReason },
      select: { id: true },
    })
  }
  if (gift.claimedById === null) return hasChanged
  const hasMoved = await applyGrants(tx, deps, {
    userId: gift.claimedById,
    offeringId: line.offeringId,
    sourceType: 'gift',
    sourceId: gift.id,
    state,
    stateReason,
  })
  return hasChanged || hasMoved
}
