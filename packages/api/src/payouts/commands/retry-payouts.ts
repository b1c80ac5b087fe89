import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canSendPayouts } from '../policy'
import { payProviders } from './run-payouts'

type RetryDeps = Pick<Deps, 'db' | 'clock' | 'livemode' | 'appUrl'>

/** A balance that was short is looked at again after this long. */
const retryAfterMs = 50 * 60_000

/**
 * Tries again what Stripe refused because the platform's balance was short, once it has waited for a while.
 * Each is planned anew: what was taken back or contested meanwhile is no longer part of it, and one of which
 * nothing is left is cancelled. Returns how many are on their way.
 */
export async function retryPayouts(deps: RetryDeps, actor: Actor): Promise<number> {
  enforce(canSendPayouts(actor))
  const since = new Date(deps.clock.now().getTime() - retryAfterMs)
  const waiting = await deps.db.payout.findMany({
    where: {
      livemode: deps.livemode,
      state: 'blocked',
      reason: 'balance',
      commands: { none: { kind: 'transfer', createdAt: { gt: since } } },
    },
    select: { id: true, providerId: true },
    orderBy: { createdAt: 'asc' },
  })
  const payees = waiting.map(({ id, providerId }) => ({ providerId, payoutId: id }))
  return (await payProviders(deps, actor, payees)).sent.length
}

/**
 * Staff tries a payout again that was blocked and may go now, without waiting for the next run. Returns
 * whether it is on its way.
 */
export async function retryPayout(
  deps: RetryDeps,
  actor: Actor,
  { payoutId }: { payoutId: string },
): Promise<{ isSent: boolean }> {
  enforce(canSendPayouts(actor))
  const payout = await deps.db.payout.findUnique({
    where: { id: payoutId },
    select: { providerId: true },
  })
  if (!payout) throw notFound('payout')
  const { sent } = await payProviders(deps, actor, [{ providerId: payout.providerId, payoutId }])
  return { isSent: sent.includes(payoutId) }
}
