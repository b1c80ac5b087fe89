import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import type { ShareProgressInput } from '../schema'

/**
 * Lets the pack's owner see the progress of the learner who holds the seat, or no longer: what is
 * withdrawn is not shown any more from this moment on. Only the learner decides. Safe to repeat.
 * Throws `not_found` for a seat that is not the learner's own.
 */
export async function shareProgress(
  deps: Deps,
  actor: Member,
  { assignmentId, sharesProgress }: ShareProgressInput,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const seat = await tx.seatAssignment.findUnique({
      where: { id: assignmentId, userId: actor.userId, state: 'claimed' },
      select: { consentAt: true, poolId: true },
    })
    if (!seat) throw notFound('seat')
    if ((seat.consentAt !== null) === sharesProgress) return
    const { count } = await tx.seatAssignment.updateMany({
      where: { id: assignmentId, userId: actor.userId, state: 'claimed' },
      data: { consentAt: sharesProgress ? deps.clock.now() : null },
    })
    if (count === 0) throw notFound('seat')
    await recordAudit(tx, actor, {
      action: 'seat.consent',
      entityType: 'seat-pool',
      entityId: seat.poolId,
      before: { sharesProgress: !sharesProgress },
      after: { assignmentId, sharesProgress },
    })
  })
}
