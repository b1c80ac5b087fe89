import type { DbOrTx } from '@archway/db/client'
import { explainAccess } from '../../enrolments/reads/explained-access'
import { subscriptionTargetKey } from '../../payments/rules/event-target'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { canCancel } from '../policy'
import { type TimelineEntry, timelineOf } from '../rules/timeline'
import { isLiveStatus } from '../states'
import { adminSubscriptionSelect, toAdminSubscription } from './admin-subscriptions'

const eventSelect = {
  id: true,
  type: true,
  state: true,
  note: true,
  deliveries: true,
  occurredAt: true,
  receivedAt: true,
} as const

const byAge = { orderBy: { createdAt: 'asc' } } as const

/**
 * One membership for staff: how it stands, what happened to it, its invoices with their orders, what
 * Stripe says and was told. Throws `not_found`.
 */
export async function requireAdminSubscription(
  db: DbOrTx,
  actor: Actor,
  { subscriptionId: id }: { subscriptionId: string },
  now: Date,
) {
  const row = await db.subscription.findUnique({
    where: { id },
    select: {
      ...adminSubscriptionSelect,
      userId: true,
      offeringId: true,
      trialDays: true,
      graceExtendedTo: true,
      livemode: true,
      stripeCustomerId: true,
      checkoutSessionId: true,
      facts: byAge,
      invoices: { orderBy: { createdAt: 'desc' } },
      orders: { select: { id: true, number: true, status: true, stripeInvoiceId: true } },
      commands: {
        ...byAge,
        select: {
          id: true,
          kind: true,
          state: true,
          resultId: true,
          error: true,
          reason: true,
          createdAt: true,
        },
      },
    },
  })
  if (!row) throw notFound('membership')
  const key = subscriptionTargetKey(id)
  const [audit, mails, target, events, reasons] = await Promise.all([
    db.auditEntry.findMany({
      where: { entityType: 'subscription', entityId: id },
      orderBy: { id: 'asc' },
      select: { id: true, at: true, actorName: true, action: true, after: true, reason: true },
    }),
    db.mailMessage.findMany({
      where: { key: { startsWith: 'membership-', contains: `:${id}:` } },
      orderBy: { createdAt: 'asc' },
      select: { template: true, createdAt: true, sentAt: true },
    }),
    db.syncTarget.findUnique({ where: { key } }),
    db.stripeEvent.findMany({
      where: { targetKey: key },
      select: eventSelect,
      orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
    }),
    explainAccess(db, row.userId, now, { offeringId: row.offeringId }),
  ])
  const { userId: _user, orders, invoices, facts, commands, ...rest } = row
  const entries: TimelineEntry[] = timelineOf({ createdAt: row.createdAt, audit, mails, commands })
  const mayEdit = can(actor, 'subscription.edit')
  return {
    ...toAdminSubscription({ ...row }),
    ...pickDetails(rest),
    facts,
    commands,
    timeline: entries,
    invoices: invoices.map((invoice) => ({
      ...invoice,
      order: orders.find(({ stripeInvoiceId }) => stripeInvoiceId === invoice.id) ?? null,
    })),
    reasons: reasons.filter(({ sourceId }) => sourceId === id),
    sync: target && {
      isDirty: target.dirtySeq > target.syncedSeq,
      attempts: target.attempts,
      syncedAt: target.syncedAt,
      nextAttemptAt: target.nextAttemptAt,
      deadAt: target.deadAt,
      lastError: target.lastError,
    },
    events,
    may: {
      end: mayEdit && isLiveStatus(row.status),
      endLater: mayEdit && canCancel(row).ok,
      extendGrace: mayEdit && row.status === 'past_due',
      resync: can(actor, 'order.resync'),
    },
  }
}

type Details = {
  trialDays: number
  graceExtendedTo: Date | null
  livemode: boolean
  stripeCustomerId: string | null
  stripeSubscriptionId: string | null
  checkoutSessionId: string | null
}

const pickDetails = ({
  trialDays,
  graceExtendedTo,
  livemode,
  stripeCustomerId,
  stripeSubscriptionId,
  checkoutSessionId,
}: Details): Details => ({
  trialDays,
  graceExtendedTo,
  livemode,
  stripeCustomerId,
  stripeSubscriptionId,
  checkoutSessionId,
})

export type AdminSubscriptionDetail = Awaited<ReturnType<typeof requireAdminSubscription>>
