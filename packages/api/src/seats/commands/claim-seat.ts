import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { applyGrants } from '../../enrolments/commands/apply-grants'
import { hasAccess } from '../../enrolments/reads/access'
import type { Actor, Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { enforce } from '../../shared/policy-result'
import { canClaim, canHandOut } from '../policy'
import { pickSlots } from '../rules/seat-counts'
import type { ClaimSeatInput } from '../schema'
import { type HeldPool, holdPool } from './hold-pool'

export type ClaimedSeat = { assignmentId: string; offeringId: string; slug: string; kind: string }

/**
 * Claims a seat with the secret of an invitation or of the pack's link, and opens access at once. Of
 * two who claim the last seat one gets it. Who holds a seat of the pack already gets that one again;
 * who has access by other means is told and the seat stays free.
 *
 * Throws `unauthenticated`, `forbidden` (`email-not-verified`, `already-have-access`, `pack-suspended`,
 * `pack-revoked`), `precondition` (`link-invalid`) for a secret that opens nothing, and `conflict`
 * (`no-seat-left`).
 */
export async function claimSeat(
  deps: Deps,
  actor: Actor,
  { token, sharesProgress }: ClaimSeatInput,
): Promise<ClaimedSeat> {
  if (actor.type !== 'member') throw new DomainError('unauthenticated', 'sign-in-required')
  const hash = sha256(token)
  return await deps.db.$transaction(async (tx) => {
    const poolId = await findPool(tx, hash)
    if (!poolId) throw new DomainError('precondition', 'link-invalid')
    const pool = await holdPool(tx, poolId)
    const claimed = (assignmentId: string): ClaimedSeat => ({
      assignmentId,
      offeringId: pool.offeringId,
      slug: pool.offering.slug,
      kind: pool.offering.kind,
    })
    const held = pool.assignments.find(
      (seat) => seat.state === 'claimed' && seat.userId === actor.userId,
    )
    if (held) return claimed(held.id)
    const invited = invitationFor(pool, hash, actor)
    // The secret may have been used up or replaced while this waited for the lock.
    if (!invited && pool.linkHash !== hash) throw new DomainError('precondition', 'link-invalid')
    const owned = await hasAccess(tx, actor.userId, pool.offeringId, deps.clock.now())
    enforce(canClaim(actor, { hasAccess: owned }))
    enforce(canHandOut(pool))
    const id = await takeSeat(tx, deps, pool, { actor, invited, sharesProgress })
    await applyGrants(tx, deps, {
      userId: actor.userId,
      offeringId: pool.offeringId,
      sourceType: 'seat',
      sourceId: id,
      state: 'active',
    })
    await recordAudit(tx, actor, {
      action: 'seat.claim',
      entityType: 'seat-pool',
      entityId: pool.id,
      after: { assignmentId: id, sharesProgress },
    })
    return claimed(id)
  })
}

async function findPool(tx: Tx, hash: string): Promise<string | null> {
  const invitation = await tx.seatAssignment.findUnique({
    where: { tokenHash: hash },
    select: { poolId: true },
  })
  if (invitation) return invitation.poolId
  const linked = await tx.seatPool.findUnique({ where: { linkHash: hash }, select: { id: true } })
  return linked?.id ?? null
}

/** The person's own invitation if there is one, whichever link they came by; else that of the secret. */
function invitationFor(pool: HeldPool, hash: string, actor: Member) {
  const named = pool.assignments.find((seat) => seat.tokenHash === hash)
  if (!named && pool.linkHash !== hash) return undefined
  const own = pool.assignments.find(
    (seat) => seat.state === 'invited' && seat.email.toLowerCase() === actor.email.toLowerCase(),
  )
  return own ?? named
}

async function takeSeat(
  tx: Tx,
  deps: Pick<Deps, 'clock'>,
  pool: HeldPool,
  {
    actor,
    invited,
    sharesProgress,
  }: { actor: Member; invited: { id: string } | undefined; sharesProgress: boolean },
): Promise<string> {
  const now = deps.clock.now()
  const held = {
    userId: actor.userId,
    email: actor.email,
    state: 'claimed' as const,
    claimedAt: now,
    tokenHash: null,
    consentAt: sharesProgress ? now : null,
  }
  if (invited) {
    await tx.seatAssignment.update({ where: { id: invited.id }, data: held, select: { id: true } })
    return invited.id
  }
  const [slot] = pickSlots(pool, pool.assignments, 1)
  if (slot === undefined) throw conflict('no-seat-left')
  const seat = await tx.seatAssignment.create({
    data: { ...held, poolId: pool.id, slot, createdAt: now },
    select: { id: true },
  })
  return seat.id
}
