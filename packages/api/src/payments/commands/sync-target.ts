import type { Db, Tx } from '@archway/db/client'
import Stripe from 'stripe'
import { syncAccount } from '../../payouts/commands/sync-account'
import { syncPayout } from '../../payouts/commands/sync-payout'
import type { Deps } from '../../shared/deps'
import { addJob } from '../../shared/jobs'
import { syncSubscription } from '../../subscriptions/commands/sync-subscription'
import {
  accountIdOfTarget,
  intentTargetKey,
  orderIdOfTarget,
  orderTargetKey,
  payoutIdOfTarget,
  subscriptionIdOfTarget,
} from '../rules/event-target'
import { type Claim, claimTarget } from './claim-target'
import { commitFacts } from './commit-facts'
import { type FetchPlan, fetchFacts } from './fetch-facts'
import { markDirty } from './mark-dirty'
import { completeTarget, FencedError, failTarget, holdFence } from './settle-target'

export type SyncDeps = Pick<Deps, 'db' | 'clock' | 'stripe' | 'isStripeTaxOn' | 'appUrl' | 'logger'>

/**
 * - `synced`: our side agrees with Stripe as of the claim
 * - `clean`: there was nothing to do
 * - `busy`: somebody else is at it; a job is queued for when their lease ends
 * - `fenced`: somebody else took over meanwhile; nothing was written
 * - `failed`: will be tried again · `dead`: given up until somebody or something asks again
 */
export type SyncOutcome = 'synced' | 'clean' | 'busy' | 'fenced' | 'failed' | 'dead'

/**
 * Brings one target in line with Stripe: claim, fetch with no transaction open, decide, commit under
 * the fence. Webhooks, the return page, reconciliation and staff all end here. Safe to call at any
 * time, any number of times, from any number of processes.
 */
export async function syncTarget(deps: SyncDeps, key: string): Promise<SyncOutcome> {
  const claim = await claimTarget(deps.db, key, deps.clock.now())
  if (!claim) return await whyUnclaimed(deps, key)
  try {
    await syncClaimed(deps, claim)
    return 'synced'
  } catch (error) {
    if (error instanceof FencedError) return 'fenced'
    deps.logger.warn({ err: error, key, attempt: claim.attempt }, 'synchronisation failed')
    try {
      return await failTarget(deps, claim, error)
    } catch (second) {
      if (second instanceof FencedError) return 'fenced'
      throw second
    }
  }
}

async function syncClaimed(deps: SyncDeps, claim: Claim): Promise<void> {
  const orderId = orderIdOfTarget(claim.key)
  const payoutId = payoutIdOfTarget(claim.key)
  const accountId = accountIdOfTarget(claim.key)
  const subscriptionId = subscriptionIdOfTarget(claim.key)
  if (payoutId) return await syncPayout(deps, claim, payoutId)
  if (accountId) return await syncAccount(deps, claim, accountId)
  if (subscriptionId) return await syncSubscription(deps, claim, subscriptionId)
  if (!orderId) return await resolveIntent(deps, claim)
  const plan = await planFetch(deps.db, orderId, claim)
  const facts = await fetchFacts(deps, plan)
  await commitFacts(deps, claim, orderId, facts)
}

/** The same for an order. */
export const syncOrder = (deps: SyncDeps, orderId: string): Promise<SyncOutcome> =>
  syncTarget(deps, orderTargetKey(orderId))

async function whyUnclaimed(deps: SyncDeps, key: string): Promise<SyncOutcome> {
  const target = await deps.db.syncTarget.findUnique({ where: { key } })
  if (!target || target.dirtySeq <= target.syncedSeq) return 'clean'
  if (target.deadAt) return 'dead'
  if (target.leaseUntil) {
    await addJob(
      deps.db,
      'order.dirtied',
      { key },
      { key: `sync:${key}`, runAt: new Date(target.leaseUntil.getTime() + 1000) },
    )
  }
  return 'busy'
}

async function planFetch(db: Db, orderId: string, claim: Claim): Promise<FetchPlan> {
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      checkoutSessionId: true,
      paymentIntentId: true,
      createdAt: true,
      commands: { where: { kind: 'create_session' }, select: { firstSentAt: true } },
      _count: { select: { charges: true } },
    },
  })
  const startingWith = (prefix: string) => claim.hintedIds.filter((id) => id.startsWith(prefix))
  const wasSent = order.commands.some((command) => command.firstSentAt !== null)
  return {
    orderId,
    sessionId: order.checkoutSessionId,
    paymentIntentId: order.paymentIntentId,
    hintedSessionIds: startingWith('cs_'),
    hintedIntentIds: startingWith('pi_'),
    searchSince: wasSent ? order.createdAt : null,
    hasCharges: order._count.charges > 0,
  }
}

/**
 * A refund, dispute or warning named a PaymentIntent that no order was known to have. Asks Stripe
 * whose it is and hands its events to that order, or ignores them when it is nobody's here.
 */
async function resolveIntent(deps: SyncDeps, claim: Claim): Promise<void> {
  const intentId = claim.key.slice(intentTargetKey('').length)
  const orderId = await ownerOfIntent(deps, intentId)
  await deps.db.$transaction(async (tx) => {
    await holdFence(tx, claim)
    await handOver(tx, deps, claim, orderId)
    await completeTarget(tx, claim, deps.clock.now())
  })
}

async function ownerOfIntent(deps: SyncDeps, intentId: string): Promise<string | null> {
  try {
    const intent = await deps.stripe.paymentIntents.retrieve(intentId)
    const id = orderIdOfTarget(`order:${intent.metadata.order_id}`)
    // The order of an invoice is known by its payment alone, and may have come after the event.
    const order = await deps.db.order.findFirst({
      where: id ? { id } : { paymentIntentId: intentId },
      select: { id: true },
    })
    return order ? order.id : null
  } catch (error) {
    const isMissing =
      error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'
    if (isMissing) return null
    throw error
  }
}

async function handOver(tx: Tx, deps: SyncDeps, claim: Claim, orderId: string | null) {
  const where = { id: { in: claim.eventIds }, state: 'queued' as const }
  if (orderId === null) {
    await tx.stripeEvent.updateMany({ where, data: { state: 'ignored', note: 'not-ours' } })
    return
  }
  await tx.stripeEvent.updateMany({ where, data: { targetKey: orderTargetKey(orderId) } })
  await markDirty(tx, orderTargetKey(orderId), deps.clock.now())
}
