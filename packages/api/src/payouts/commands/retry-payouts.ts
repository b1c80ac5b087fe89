import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canSendPayouts } from '../policy'
import { requestTransfer } from './request-transfer'
import { runPayouts } from './run-payouts'

/** A balance that was short is looked at again after this long. */
const retryAfterMs = 50 * 60_000

/**
 * Tries again what Stripe refused because the platform's balance was short: another command for the same
 * payout, at most one at a time. With `isUrgent` at once, otherwise after a while. Returns how many.
 */
export async function retryPayouts(
  deps: Pick<Deps, 'db' | 'clock' | 'livemode'>,
  options: { payoutId?: string; isUrgent?: boolean; requestedBy?: string | null } = {},
): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - (options.isUrgent ? 0 : retryAfterMs))
  const waiting = await deps.db.payout.findMany({
    where: {
      id: options.payoutId,
      livemode: deps.livemode,
      state: 'due',
      reason: 'balance',
      commands: {
        none: {
          kind: 'transfer',
          OR: [{ state: { not: 'failed' } }, { createdAt: { gt: before } }],
        },
      },
    },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
  let count = 0
  for (const { id } of waiting) {
    const isDone = await deps.db.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from payouts where id = ${id}::uuid for update`
      const payout = await tx.payout.findFirst({
        where: {
          id,
          state: 'due',
          commands: { none: { kind: 'transfer', state: { not: 'failed' } } },
        },
      })
      if (!payout?.accountId) return false
      const now = deps.clock.now()
      const requestedBy = options.requestedBy ?? null
      await requestTransfer(tx, payout, payout.accountId, { requestedBy, now })
      return true
    })
    if (isDone) count += 1
  }
  return count
}

/**
 * Staff tries a payout again without waiting: one that the balance was short for, or one that was blocked
 * and may go now. Leaves an audit entry when anything came of it. Returns whether it is on its way.
 */
export async function retryPayout(
  deps: Pick<Deps, 'db' | 'clock' | 'livemode' | 'appUrl'>,
  actor: Actor,
  { payoutId }: { payoutId: string },
): Promise<{ isSent: boolean }> {
  enforce(canSendPayouts(actor))
  const payout = await deps.db.payout.findUnique({ where: { id: payoutId } })
  if (!payout) throw notFound('payout')
  if (payout.state === 'blocked') {
    const { sent } = await runPayouts(deps, actor, [payout.providerId])
    return { isSent: sent.includes(payoutId) }
  }
  const requestedBy = actor.type === 'member' ? actor.userId : null
  const count = await retryPayouts(deps, { payoutId, isUrgent: true, requestedBy })
  if (count > 0) {
    await recordAudit(deps.db, actor, {
      action: 'payout.retry',
      entityType: 'payout',
      entityId: payoutId,
    })
  }
  return { isSent: count > 0 }
}
