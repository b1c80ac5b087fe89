import type { Tx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { recordAudit } from '../../audit/commands'
import type { OrderStatus } from '../../payments/states'
import { creditStateOf } from '../rules/credit-state'

type Credit = Prisma.UpgradeCreditGetPayload<object>

/**
 * Makes the credits of an order stand as the order does. Called in every commit of facts under the
 * order's lock; repeating it changes nothing. An order that turns out to be paid after its credits were
 * released gets them back; one that another order has taken meanwhile is honoured a second time, since
 * that is what the buyer was shown, and the audit log says so.
 */
export async function settleCredits(
  tx: Tx,
  credits: readonly Credit[],
  derived: { status: OrderStatus; isMismatch: boolean },
  takenLineIds: ReadonlySet<string>,
): Promise<void> {
  for (const credit of credits) {
    const state = creditStateOf(derived, takenLineIds.has(credit.orderLineId))
    if (credit.state === state) continue
    const isDoubled = credit.state === 'released' ? await isElsewhere(tx, credit) : credit.isDoubled
    await tx.upgradeCredit.update({
      where: { id: credit.id },
      data: { state, isDoubled },
      select: { id: true },
    })
    if (isDoubled && !credit.isDoubled) await noteDoubled(tx, credit)
  }
}

/** Whether another order counts the money now. Locks the order that it was paid in. */
async function isElsewhere(tx: Tx, { id, sourceLineId }: Credit): Promise<boolean> {
  await tx.$queryRaw`
    select 1 from orders
    where id = (select order_id from order_lines where id = ${sourceLineId}::uuid) for update`
  const other = await tx.upgradeCredit.findFirst({
    where: { sourceLineId, id: { not: id }, state: { not: 'released' }, isDoubled: false },
    select: { id: true },
  })
  return other !== null
}

const noteDoubled = (tx: Tx, { orderId, sourceLineId, amountMinor }: Credit) =>
  recordAudit(
    tx,
    { type: 'system', name: 'stripe-sync' },
    {
      action: 'order.credit-doubled',
      entityType: 'order',
      entityId: orderId,
      after: { sourceLineId, amountMinor },
    },
  )
