import { recordAudit } from '../../audit/commands'
import { applyGrants } from '../../enrolments/commands/apply-grants'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { statesBefore } from '../../shared/transition'
import { canHandOut } from '../policy'
import type { SeatInput } from '../schema'
import { type SeatState, seatTransitions } from '../states'
import { holdOwnSeat } from './hold-pool'
import { sendInvitation } from './send-invitation'

/**
 * Sends an invitation once more, with a new link; the old one stops working. Throws `not_found` for
 * somebody else's pack, `conflict` (`seat-not-invited`) for a seat that nobody is invited to and
 * `rate_limited` when the address was written to too often.
 */
export async function resendInvitation(deps: Deps, actor: Actor, input: SeatInput): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const { pool, seat } = await holdOwnSeat(tx, actor, input.assignmentId)
    enforce(canHandOut(pool))
    if (seat.state !== 'invited') throw conflict('seat-not-invited')
    await deps.limits.consume('invitationPerAddress', seat.email.toLowerCase())
    await sendInvitation(tx, deps, pool, seat)
    await recordAudit(tx, actor, {
      action: 'seat.resend',
      entityType: 'seat-pool',
      entityId: pool.id,
      after: { assignmentId: seat.id, email: seat.email },
      reason: input.reason,
    })
  })
}

/**
 * Takes a seat back, whether it waits or is held: the link stops working, access ends with the reason,
 * and the seat is free for somebody else. What the learner has done stays theirs. Safe to repeat.
 * Throws `not_found` for somebody else's pack.
 */
export async function releaseSeat(deps: Deps, actor: Actor, input: SeatInput): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const { pool, seat } = await holdOwnSeat(tx, actor, input.assignmentId)
    if (!statesBefore<SeatState>(seatTransitions, 'released').includes(seat.state)) return
    await tx.seatAssignment.update({
      where: { id: seat.id },
      data: {
        state: 'released',
        releasedAt: deps.clock.now(),
        tokenHash: null,
        consentAt: null,
      },
      select: { id: true },
    })
    if (seat.userId !== null) {
      await applyGrants(tx, deps, {
        userId: seat.userId,
        offeringId: pool.offeringId,
        sourceType: 'seat',
        sourceId: seat.id,
        state: 'revoked',
        stateReason: 'seat-taken-back',
      })
    }
    await recordAudit(tx, actor, {
      action: 'seat.release',
      entityType: 'seat-pool',
      entityId: pool.id,
      before: { assignmentId: seat.id, email: seat.email, state: seat.state },
      after: { state: 'released' },
      reason: input.reason,
    })
  })
}
