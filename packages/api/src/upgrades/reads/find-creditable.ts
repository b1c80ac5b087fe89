import type { DbOrTx } from '@archway/db/client'
import { refundedPerLine } from '../../payments/rules/allocate-refund'
import { refundCommandParams } from '../../payments/schema'
import type { Creditable } from '../rules/apply-credits'

/**
 * What a person paid for courses in a currency, each net of what was given back or is on its way, as far
 * as no other order counts it. What the open order of this very cart holds is free for it. The oldest
 * purchase first.
 */
export async function findCreditable(
  db: DbOrTx,
  buyer: { userId: string; currency: string; cartHash: string },
  courseIds: readonly string[],
): Promise<Creditable[]> {
  if (courseIds.length === 0) return []
  const rows = await db.orderLine.findMany({
    where: {
      purpose: 'access',
      offeringId: { in: [...courseIds] },
      amountMinor: { gt: 0n },
      order: {
        userId: buyer.userId,
        currency: buyer.currency,
        status: { in: ['paid', 'partially_refunded'] },
      },
      creditedTo: {
        none: {
          state: { not: 'released' },
          NOT: { state: 'reserved', order: { cartHash: buyer.cartHash } },
        },
      },
    },
    orderBy: [{ order: { createdAt: 'asc' } }, { position: 'asc' }],
    select: {
      id: true,
      offeringId: true,
      title: true,
      amountMinor: true,
      taxMinor: true,
      isTaxIncluded: true,
      order: {
        select: {
          refunds: { include: { allocations: true } },
          commands: { where: { kind: 'refund', state: { not: 'failed' } } },
        },
      },
    },
  })
  return rows.flatMap(({ id, offeringId, title, amountMinor, order, ...tax }) => {
    const seen = new Set(order.refunds.map((refund) => refund.commandId))
    const underway = order.commands
      .filter((command) => !seen.has(command.id))
      .flatMap((command) => refundCommandParams.parse(command.params).lines)
      .filter((part) => part.orderLineId === id)
      .reduce((sum, part) => sum + BigInt(part.amountMinor), 0n)
    const [refunded = 0n] = refundedPerLine([{ id, amountMinor }], order.refunds)
    const paid = amountMinor - refunded - underway
    // Tax that is added on top is added to the rest of the program's price as well: it is not credited twice.
    const left = tax.isTaxIncluded ? paid : (paid * (amountMinor - tax.taxMinor)) / amountMinor
    return left > 0n ? [{ sourceLineId: id, courseId: offeringId, title, amountMinor: left }] : []
  })
}
