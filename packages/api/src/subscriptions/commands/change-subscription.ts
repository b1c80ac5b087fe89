import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { processCommand } from '../../payments/commands/process-command/process-command'
import type { SubscriptionChange } from '../../payments/schema'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, notFound } from '../../shared/errors'
import type { PolicyResult } from '../../shared/policy-result'
import { canCancel, canPause, canResume, canUnpause, type Standing } from '../policy'
import { monthsLater } from '../rules/plans'
import { liveStatuses } from '../states'
import { type LoadedSubscription, lockSubscription } from './load-subscription'
import { requestSubscriptionCommand } from './request-command'
import { settleSubscription } from './settle-subscription'

/** A change that a member may make: when, and what is asked of Stripe; `action` names it in the audit. */
type OwnChange = {
  action: 'cancel' | 'resume' | 'pause' | 'unpause' | 'change-plan'
  may: (standing: Standing) => PolicyResult
  decide: (subscription: LoadedSubscription, now: Date) => SubscriptionChange
}

/**
 * Has Stripe change the actor's own membership: decided under its lock, written down as a command and in
 * the audit, sent, and fetched back, so that the page shows what is true then. Asking twice at once is one
 * change after the other, of which the second is refused. Throws `not_found`, `conflict` with the policy's
 * reason, and `unavailable` when Stripe refuses or does not answer (then the worker asks again).
 */
export async function changeOwn(
  deps: Deps,
  actor: Member,
  { action, may, decide }: OwnChange,
): Promise<void> {
  const found = await deps.db.subscription.findFirst({
    where: { userId: actor.userId, status: { in: [...liveStatuses] } },
    select: { id: true },
  })
  if (!found) throw notFound('membership')
  const commandId = await deps.db.$transaction(async (tx) => {
    const subscription = await requireLive(tx, found.id)
    const verdict = may(subscription)
    if (!verdict.ok) throw conflict(verdict.reason)
    const isBusy = subscription.commands.some(
      ({ kind, state }) => kind === 'update_subscription' && !['done', 'failed'].includes(state),
    )
    if (isBusy) throw conflict('membership-busy')
    const change = decide(subscription, deps.clock.now())
    await recordAudit(tx, actor, {
      action: `subscription.${action}`,
      entityType: 'subscription',
      entityId: subscription.id,
      after: change,
    })
    return await requestSubscriptionCommand(tx, subscription.id, {
      kind: 'update_subscription',
      params: { stripeSubscriptionId: subscription.stripeSubscriptionId, change },
      requestedBy: actor.userId,
    })
  })
  await sendAndSettle(deps, found.id, commandId)
}

/** Sends a command about a membership and fetches it back. Throws when Stripe did not do it. */
export async function sendAndSettle(
  deps: Deps,
  subscriptionId: string,
  commandId: string,
): Promise<void> {
  const { state, error } = await processCommand(deps, commandId)
  await settleSubscription(deps, subscriptionId)
  if (state === 'failed') {
    deps.logger.warn({ subscriptionId, error }, 'Stripe refused to change a membership')
    throw new DomainError('unavailable', 'membership-change-refused')
  }
  if (state !== 'done') throw new DomainError('unavailable', 'payment-service-unavailable')
}

/** The membership under its lock, with the id that Stripe knows it by. */
export async function requireLive(tx: Tx, subscriptionId: string) {
  const subscription = await lockSubscription(tx, subscriptionId)
  if (!subscription?.stripeSubscriptionId) throw notFound('membership')
  return { ...subscription, stripeSubscriptionId: subscription.stripeSubscriptionId }
}

/** Ends it when what is paid for ends; nothing is charged any more. */
export const cancelMembership = (deps: Deps, actor: Member) =>
  changeOwn(deps, actor, {
    action: 'cancel',
    may: canCancel,
    decide: () => ({ kind: 'end', atPeriodEnd: true }),
  })

/** Takes a cancellation back before it has taken effect. */
export const resumeMembership = (deps: Deps, actor: Member) =>
  changeOwn(deps, actor, {
    action: 'resume',
    may: canResume,
    decide: () => ({ kind: 'end', atPeriodEnd: false }),
  })

/**
 * Charges nothing for some months after what is paid for, and opens nothing in them. Stripe goes on by
 * itself afterwards.
 */
export const pauseMembership = (deps: Deps, actor: Member, { months }: { months: number }) =>
  changeOwn(deps, actor, {
    action: 'pause',
    may: canPause,
    decide({ periodEnd }, now) {
      const from = new Date(Math.max((periodEnd ?? now).getTime(), now.getTime()))
      return { kind: 'pause', until: monthsLater(from, months).toISOString() }
    },
  })

/** Ends a pause. When nothing paid is left, a new period begins and is charged at once. */
export const unpauseMembership = (deps: Deps, actor: Member) =>
  changeOwn(deps, actor, {
    action: 'unpause',
    may: canUnpause,
    decide: ({ invoices }, now) => ({
      kind: 'unpause',
      restart: !invoices.some(
        ({ status, periodEnd }) => status === 'paid' && periodEnd.getTime() > now.getTime(),
      ),
    }),
  })
