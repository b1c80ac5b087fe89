import type { Tx } from '@archway/db/client'
import { canRequestRefund } from '../../payments/policy'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError, notFound } from '../../shared/errors'
import { canSeeOrder } from '../policy'
import type { Refundable } from '../reads/refundable'
import type { RefundPart } from '../rules/plan-refund'
import type { RequestRefundInput } from '../schema/order'
import { type RefundResult, submitRefund } from './submit-refund'
import { isRepeatedRequest, lockRefundable, writeRefund } from './write-refund'

/**
 * A buyer takes back what is owed on a line: its price, or that of as many as they choose of the seats that
 * nobody took. The refund promise decides, the function that worded it
 * before the purchase, on the progress of this moment; nobody else has to agree. Safe to repeat with the
 * same request id, and never together with a refund by staff more than was paid.
 *
 * Throws `not_found` for what is somebody else's, `forbidden` with `refund-` and the promise's reason,
 * `dispute-open`, `not-paid` or `nothing-to-refund`, `invalid` (`refund-seats-many`), and `unavailable` (`refund-refused`) when Stripe says no:
 * then nothing is on its way, and asking again is a new request. Without an answer the worker asks again.
 */
export const requestRefund = (
  deps: Deps,
  actor: Member,
  input: RequestRefundInput,
): Promise<RefundResult> =>
  takeBack(deps, { owns: (order) => canSeeOrder(actor, order).ok, userId: actor.userId }, input)

/** Who takes the price of a line back: `owns` says of the locked order whether it is theirs. */
export type Claimant = {
  owns: (order: { userId: string | null }) => boolean
  userId: string | null
}

/** `requestRefund` for whoever can show that the order is theirs. */
export async function takeBack(
  deps: Deps,
  claimant: Claimant,
  input: RequestRefundInput,
): Promise<RefundResult> {
  await deps.db.$transaction((tx) => decide(tx, deps, claimant, input))
  const result = await submitRefund(deps, input)
  if (result.state === 'failed') {
    deps.logger.error({ ...input, error: result.error }, 'Stripe refused a refund that is owed')
    throw new DomainError('unavailable', 'refund-refused')
  }
  return result
}

/** What is owed on a line, of seats for as many of the unused as the buyer wants back. */
function partOf(line: Refundable['lines'][number], seats: number | undefined): RefundPart {
  if (line.use.purpose === 'seats') {
    return { orderLineId: line.id, seats: seats ?? line.use.unused }
  }
  return { orderLineId: line.id, amountMinor: line.refund.owedMinor }
}

async function decide(
  tx: Tx,
  deps: Deps,
  claimant: Claimant,
  input: RequestRefundInput,
): Promise<void> {
  const order = await lockRefundable(tx, input.orderId, deps.clock.now())
  const line = order.lines.find((candidate) => candidate.id === input.orderLineId)
  if (!line || !claimant.owns(order)) throw notFound('order')
  if (await isRepeatedRequest(tx, input)) return
  const verdict = canRequestRefund(order, line)
  if (!verdict.ok) throw new DomainError('forbidden', verdict.reason)
  await writeRefund(tx, order, {
    orderId: input.orderId,
    requestId: input.requestId,
    cause: 'promise',
    lines: [partOf(line, input.seats)],
    requestedBy: claimant.userId,
    reason: 'promise',
  })
  await closeOther(tx, line)
}

/**
 * What is paid back is taken before Stripe has answered, so that nobody claims it meanwhile: the gift, the
 * voucher, as `writeRefund` does with seats. When Stripe refuses, the next synchronisation gives it again.
 */
async function closeOther(tx: Tx, { id, purpose }: Refundable['lines'][number]) {
  const where = { orderLineId: id }
  const reason = 'order-refunded'
  if (purpose === 'gift') {
    await tx.gift.updateMany({ where, data: { standing: 'revoked', standingReason: reason } })
  }
  if (purpose === 'exam_attempt') {
    await tx.examVoucher.updateMany({ where, data: { state: 'void', stateReason: reason } })
  }
}
