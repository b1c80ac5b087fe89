import type { DbOrTx } from '@archway/db/client'
import { hasAccess } from '../../enrolments/reads/access'
import type { Actor } from '../../shared/actor'
import { sha256 } from '../../shared/hash'
import { canClaim, canHandOut } from '../policy'
import { countSeats } from '../rules/seat-counts'

const pool = {
  id: true,
  state: true,
  quantity: true,
  refundedSeats: true,
  offeringId: true,
  offering: { select: { title: true, slug: true, kind: true } },
  owner: { select: { name: true } },
  assignments: { select: { slot: true, state: true, claimedAt: true, userId: true, email: true } },
} as const

/** What somebody with the link to a seat is offered, and why they cannot take it when they cannot. */
export type SeatOffer = {
  offering: { title: string; slug: string; kind: string }
  ownerName: string | null
  /** the actor has claimed a seat of this pack before */
  isHeld: boolean
  /** a key of the message catalogue; null: it can be claimed */
  refusal: string | null
}

/** Null for a secret that opens nothing. */
export async function getSeatOffer(
  db: DbOrTx,
  actor: Actor,
  token: string,
  now: Date,
): Promise<SeatOffer | null> {
  const hash = sha256(token)
  const [invitation, linked] = await Promise.all([
    db.seatAssignment.findUnique({
      where: { tokenHash: hash },
      select: { pool: { select: pool } },
    }),
    db.seatPool.findUnique({ where: { linkHash: hash }, select: pool }),
  ])
  const found = invitation?.pool ?? linked
  if (!found) return null
  const member = actor.type === 'member' ? actor : null
  const owned = member ? await hasAccess(db, member.userId, found.offeringId, now) : false
  const isInvited =
    invitation !== null ||
    found.assignments.some(
      (seat) =>
        seat.state === 'invited' && seat.email.toLowerCase() === member?.email.toLowerCase(),
    )
  const verdicts = [canHandOut(found), canClaim(actor, { hasAccess: owned })]
  const refused = verdicts.find((verdict) => !verdict.ok)
  const isFull = !isInvited && countSeats(found, found.assignments).free === 0
  return {
    offering: found.offering,
    ownerName: found.owner.name,
    isHeld: found.assignments.some(
      (seat) => seat.state === 'claimed' && seat.userId === member?.userId,
    ),
    refusal: refused && !refused.ok ? refused.reason : isFull ? 'no-seat-left' : null,
  }
}
