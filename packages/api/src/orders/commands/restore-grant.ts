import type { DbOrTx } from '@archway/db/client'
import { restoreGrant } from '../../enrolments/commands/revoke-grant'
import type { GrantSource } from '../../enrolments/schema'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { settleOrder } from './settle-order'

/**
 * Undoes staff's revocation of a grant. What an order gave comes back as far as the order's money
 * stands now, which is asked of Stripe at once. Needs `enrolment.revoke`.
 */
export async function restoreGrantAndSettle(
  deps: Deps,
  actor: Actor,
  input: { grantId: string; reason: string },
): Promise<void> {
  const { bought } = await restoreGrant(deps, actor, input)
  if (bought) await settleOrder(deps, await orderOf(deps.db, bought))
}

/** The order behind a grant: of the line itself, or of the seat or gift that it bought. */
async function orderOf(
  db: DbOrTx,
  { sourceType, sourceId }: { sourceType: GrantSource; sourceId: string },
): Promise<string> {
  const line = await db.orderLine.findFirstOrThrow({
    where:
      sourceType === 'seat'
        ? { seatPool: { assignments: { some: { id: sourceId } } } }
        : sourceType === 'gift'
          ? { gift: { id: sourceId } }
          : { id: sourceId },
    select: { orderId: true },
  })
  return line.orderId
}
