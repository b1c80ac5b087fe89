import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { listCredentialed } from '../../credentials/reads/issued-for'
import { getProgressByOffering } from '../../learning/reads/progress-by-offering'
import { refundedPerLine } from '../../payments/rules/allocate-refund'
import { isActiveRefund, sumMinor } from '../../payments/rules/facts'
import { type LineUse, refundPromise } from '../../payments/rules/refund-promise'
import { type RefundAnswer, refundCommandParams, refundTerms } from '../../payments/schema'
import type { OrderStatus } from '../../payments/states'
import type { LinePurpose } from '../schema/cart-item'
import { usedParts, useOf } from './line-use'

export type Refundable = {
  /** whose order it is; null while a guest's is unclaimed */
  userId: string | null
  status: OrderStatus
  currency: string
  paymentIntentId: string | null
  disputes: { status: string }[]
  /** paid, less what was given back, what is on its way and what counts for a program */
  refundableMinor: bigint
  /** lines of which what was paid counts for a program */
  creditedLineIds: string[]
  lines: {
    id: string
    purpose: LinePurpose
    title: string
    amountMinor: bigint
    refundedMinor: bigint
    /** not given back, not on its way, and not counted for a program */
    refundableMinor: bigint
    progressPercent: number
    use: LineUse
    refund: RefundAnswer
  }[]
}

/** What of a line counts for a program that was bought afterwards, or is about to be. */
const liveCredits = {
  where: { state: { not: 'released' } },
  select: { id: true },
} as const satisfies Prisma.OrderLine$creditedToArgs

/**
 * What can still be given back on an order, and what its refund promise says of each line. Refunds
 * that were asked for and are not among Stripe's facts yet count as given. Null when there is no
 * such order.
 */
export async function getRefundable(
  db: DbOrTx,
  orderId: string,
  now: Date,
): Promise<Refundable | null> {
  const order = await db.order.findUnique({
    where: { id: orderId },
    select: {
      status: true,
      currency: true,
      userId: true,
      paidAt: true,
      waivedAt: true,
      paymentIntentId: true,
      charges: { where: { status: 'succeeded' }, select: { amountMinor: true } },
      refunds: { include: { allocations: true } },
      disputes: { select: { status: true } },
      commands: { where: { kind: 'refund', state: { not: 'failed' } } },
      lines: { orderBy: { position: 'asc' }, include: { ...usedParts, creditedTo: liveCredits } },
    },
  })
  if (!order) return null
  const offeringIds = order.lines.map((line) => line.offeringId)
  const [progress, credentialed] = await Promise.all([
    getProgressByOffering(db, order.userId, offeringIds),
    listCredentialed(db, order.userId, offeringIds, order.paidAt),
  ])
  const seen = new Set(order.refunds.map((refund) => refund.commandId))
  const underway = order.commands
    .filter((command) => !seen.has(command.id))
    .map((command) => refundCommandParams.parse(command.params))
  const reserved = (lineId: string) =>
    underway
      .flatMap((params) => params.lines)
      .filter((line) => line.orderLineId === lineId)
      .reduce((sum, line) => sum + BigInt(line.amountMinor), 0n)
  const refunded = refundedPerLine(order.lines, order.refunds)
  const refundableMinor =
    sumMinor(order.charges) -
    sumMinor(order.refunds.filter(isActiveRefund)) -
    underway.reduce((sum, params) => sum + BigInt(params.amountMinor), 0n)
  const boundMinor = order.lines.reduce(
    (sum, line, index) =>
      line.creditedTo.length > 0
        ? sum + line.amountMinor - (refunded[index] ?? 0n) - reserved(line.id)
        : sum,
    0n,
  )
  return {
    userId: order.userId,
    status: order.status,
    currency: order.currency,
    paymentIntentId: order.paymentIntentId,
    disputes: order.disputes,
    refundableMinor: refundableMinor - boundMinor,
    creditedLineIds: order.lines.flatMap(({ id, creditedTo }) => (creditedTo.length > 0 ? id : [])),
    lines: order.lines.map((line, index) => {
      const refundedMinor = refunded[index] ?? 0n
      const progressPercent = line.purpose === 'access' ? (progress.get(line.offeringId) ?? 0) : 0
      const terms = refundTerms.parse(line.refundPromise)
      const use = useOf(line)
      const isCredited = line.creditedTo.length > 0
      const leftMinor = line.amountMinor - refundedMinor - reserved(line.id)
      return {
        id: line.id,
        purpose: line.purpose,
        title: line.title,
        amountMinor: line.amountMinor,
        refundedMinor,
        refundableMinor: isCredited ? 0n : leftMinor,
        progressPercent,
        use,
        refund: refundPromise(
          { amountMinor: line.amountMinor, terms },
          {
            paidAt: order.paidAt,
            progressPercent,
            refundedMinor,
            isCredited,
            use,
            waivedAt: order.waivedAt,
            credentialIssued: line.purpose === 'access' && credentialed.has(line.offeringId),
          },
          now,
        ),
      }
    }),
  }
}
