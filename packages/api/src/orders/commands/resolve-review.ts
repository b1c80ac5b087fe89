import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, forbidden } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { requireOneRow } from '../../shared/transition'

/**
 * Says that a person has dealt with what was odd about an order. The same reason is not raised again
 * for it; another one is, and the same for another refund or dispute. Needs `order.refund`. Throws `conflict` when there is nothing to resolve,
 * so doing it twice tells the second person.
 */
export async function resolveReview(
  deps: Deps,
  actor: Actor,
  input: { orderId: string; reason: string },
): Promise<void> {
  if (!can(actor, 'order.refund')) throw forbidden()
  await deps.db.$transaction(async (tx) => {
    const order = await tx.order.findUnique({
      where: { id: input.orderId },
      select: { review: true, reviewCause: true },
    })
    if (!order || order.review === null) throw conflict('nothing-to-review')
    const { count } = await tx.order.updateMany({
      where: { id: input.orderId, ...order },
      data: {
        review: null,
        reviewCause: '',
        reviewResolved: order.review,
        reviewResolvedCause: order.reviewCause,
      },
    })
    requireOneRow(count, 'nothing-to-review')
    await recordAudit(tx, actor, {
      action: 'order.resolve-review',
      entityType: 'order',
      entityId: input.orderId,
      before: { review: order.review },
      after: { review: null },
      reason: input.reason,
    })
  })
}
