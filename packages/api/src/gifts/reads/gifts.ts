import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { hasAccess } from '../../enrolments/reads/access'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { canChangeGift, canClaimGift, canManageGift } from '../policy'

const row = {
  id: true,
  buyerId: true,
  recipientEmail: true,
  recipientName: true,
  message: true,
  deliverAt: true,
  state: true,
  standing: true,
  standingReason: true,
  sends: true,
  sentAt: true,
  claimedAt: true,
  createdAt: true,
  offering: { select: { id: true, title: true, slug: true, kind: true } },
  orderLine: { select: { id: true, order: { select: { id: true, number: true } } } },
} as const satisfies Prisma.GiftSelect

type Row = Prisma.GiftGetPayload<{ select: typeof row }>

/** A gift as its buyer sees it. Who claimed it is not told: it is theirs now. */
export type GiftSummary = Omit<Row, 'orderLine'> & {
  orderLineId: string
  order: { id: string; number: number }
  /** address, day and links may still be changed */
  canChange: boolean
}

const summaryOf = ({ orderLine, ...gift }: Row): GiftSummary => ({
  ...gift,
  orderLineId: orderLine.id,
  order: orderLine.order,
  canChange: canChangeGift(gift).ok,
})

/** The gifts that a person has bought, newest first. */
export async function listMyGifts(db: DbOrTx, userId: string): Promise<GiftSummary[]> {
  const gifts = await db.gift.findMany({
    where: { buyerId: userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: row,
  })
  return gifts.map(summaryOf)
}

/** A gift for its buyer and for staff. Throws `not_found` for somebody else's. */
export async function requireGift(db: DbOrTx, actor: Actor, giftId: string): Promise<GiftSummary> {
  const gift = await db.gift.findUnique({ where: { id: giftId }, select: row })
  if (!gift || !canManageGift(actor, gift).ok) throw notFound('gift')
  return summaryOf(gift)
}

/** What somebody with the link to a gift is offered, and why they cannot take it when they cannot. */
export type GiftOffer = {
  offering: { title: string; slug: string; kind: string }
  fromName: string | null
  recipientName: string | null
  message: string
  /** a key of the message catalogue; null: it can be claimed */
  refusal: string | null
}

/** Null for a secret that opens nothing, such as one that was used. */
export async function getGiftOffer(
  db: DbOrTx,
  actor: Actor,
  token: string,
  now: Date,
): Promise<GiftOffer | null> {
  const hash = sha256(token)
  const gift = await db.gift.findFirst({
    where: { OR: [{ mailHash: hash }, { linkHash: hash }] },
    select: {
      state: true,
      standing: true,
      offeringId: true,
      message: true,
      recipientName: true,
      buyer: { select: { name: true } },
      offering: { select: { title: true, slug: true, kind: true } },
    },
  })
  if (!gift) return null
  const owned =
    actor.type === 'member' ? await hasAccess(db, actor.userId, gift.offeringId, now) : false
  const verdict = canClaimGift(actor, gift, { hasAccess: owned })
  return {
    offering: gift.offering,
    fromName: gift.buyer.name,
    recipientName: gift.recipientName,
    message: gift.message,
    refusal: verdict.ok ? null : verdict.reason,
  }
}
