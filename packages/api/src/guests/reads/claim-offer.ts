import type { DbOrTx } from '@archway/db/client'
import { getAccessByOffering } from '../../enrolments/reads/access'
import { getRefundable } from '../../orders/reads/refundable'
import { canRequestRefund } from '../../payments/policy'
import type { Actor } from '../../shared/actor'
import { DomainError, notFound } from '../../shared/errors'
import type { ClaimOffer } from '../schema'
import { findClaim } from './find-claim'

/**
 * What a mailed link is for, to whoever opens it. Throws `not_found` for one that was never made, and
 * `precondition` (`claim-link-expired`, with the order's number) for one that is too old for an order that
 * nobody has claimed.
 */
export async function requireClaimOffer(
  db: DbOrTx,
  actor: Actor,
  token: string,
  now: Date,
): Promise<ClaimOffer> {
  const found = await findClaim(db, token)
  if (!found) throw notFound('order')
  const orderId = found.order.id
  const userId = actor.type === 'member' ? actor.userId : null
  const [order, refundable] = await Promise.all([
    db.order.findUniqueOrThrow({
      where: { id: orderId },
      select: {
        number: true,
        email: true,
        userId: true,
        status: true,
        currency: true,
        totalMinor: true,
        lines: { select: { id: true, offeringId: true } },
      },
    }),
    getRefundable(db, orderId, now),
  ])
  if (!refundable) throw notFound('order')
  const state = order.userId === null ? 'open' : order.userId === userId ? 'yours' : 'taken'
  if (found.expiresAt <= now && state === 'open') {
    throw new DomainError('precondition', 'claim-link-expired', { number: order.number })
  }
  const [account, owned] = await Promise.all([
    db.user.findUnique({ where: { email: order.email }, select: { emailVerified: true } }),
    state === 'open' ? ownedOfferings(db, userId, order.lines, now) : new Set<string>(),
  ])
  return {
    orderId,
    orderNumber: order.number,
    email: order.email,
    status: order.status,
    currency: order.currency,
    totalMinor: order.totalMinor,
    state,
    expiresAt: found.expiresAt,
    hasAccount: account?.emailVerified != null,
    lines: refundable.lines.map(({ id, title, amountMinor, refundedMinor, refund, ...line }) => ({
      id,
      title,
      amountMinor,
      refundedMinor,
      refund,
      canRequestRefund:
        state === 'open' && canRequestRefund(refundable, { amountMinor, refund, ...line }).ok,
      isOwned: owned.has(order.lines.find((each) => each.id === id)?.offeringId ?? ''),
    })),
  }
}

/** What the reader bought before, of what the order contains: claiming gives the price of these back. */
async function ownedOfferings(
  db: DbOrTx,
  userId: string | null,
  lines: readonly { offeringId: string }[],
  now: Date,
): Promise<Set<string>> {
  const access = await getAccessByOffering(
    db,
    userId,
    lines.map((line) => line.offeringId),
    now,
  )
  const isBought = (offeringId: string) =>
    access
      .get(offeringId)
      ?.reasons.some(
        ({ source, standing }) =>
          source === 'order_line' && (standing === 'live' || standing === 'suspended'),
      ) ?? false
  return new Set(lines.map((line) => line.offeringId).filter(isBought))
}
