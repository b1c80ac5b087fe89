import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { projectClaim } from '../../payments/commands/project-claim'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError } from '../../shared/errors'
import { canClaim } from '../policy'
import { findClaim } from '../reads/find-claim'
import type { ClaimInput } from '../schema'

/**
 * Gives what a guest paid for to the account of whoever opens the mailed link: any account with a confirmed
 * address, since the link is the proof. In one transaction, with person and order locked, the order gets its
 * user and the grants follow; what this person has already is refunded instead. An order is claimed once:
 * doing it again changes nothing for the same person, and is refused for another.
 *
 * Throws `forbidden` (`email-not-verified`), `precondition` (`claim-link-invalid`) for a link that is
 * unknown or too old, and `conflict` (`order-claimed`).
 */
export async function claimOrder(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl'>,
  actor: Member,
  input: ClaimInput,
): Promise<{ orderId: string }> {
  const verdict = canClaim(actor)
  if (!verdict.ok) throw new DomainError('forbidden', verdict.reason)
  return await deps.db.$transaction((tx) => giveOrder(tx, deps, actor, input), {
    timeout: 20_000,
    maxWait: 10_000,
  })
}

/** The same in the caller's transaction, for somebody whose account may have been made in it. */
export async function giveOrder(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  claimant: Pick<Member, 'type' | 'userId' | 'email'>,
  { token }: ClaimInput,
): Promise<{ orderId: string }> {
  const now = deps.clock.now()
  // The sequence of every projection: the person first, then the order.
  await tx.$queryRaw`select 1 from users where id = ${claimant.userId}::uuid for no key update`
  const found = await findClaim(tx, token)
  if (!found) throw new DomainError('precondition', 'claim-link-invalid')
  const orderId = found.order.id
  const [order] = await tx.$queryRaw<{ userId: string | null }[]>`
    select user_id as "userId" from orders where id = ${orderId}::uuid for update`
  if (order?.userId === claimant.userId) return { orderId }
  if (order?.userId) throw conflict('order-claimed')
  if (found.expiresAt <= now) throw new DomainError('precondition', 'claim-link-invalid')
  await tx.order.update({
    where: { id: orderId },
    data: { userId: claimant.userId, claimedAt: now },
    select: { id: true },
  })
  await recordAudit(tx, claimant, {
    action: 'order.claim',
    entityType: 'order',
    entityId: orderId,
    before: { email: found.order.email },
    after: { userId: claimant.userId },
  })
  await projectClaim(tx, deps, orderId)
  return { orderId }
}
