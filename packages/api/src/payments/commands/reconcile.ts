import type { Deps } from '../../shared/deps'
import { addJob } from '../../shared/jobs'
import {
  pollSubscriptions,
  sweepSubscriptions,
} from '../../subscriptions/commands/watch-subscriptions'
import { oddOrders } from '../reads/odd-orders'
import { accountTargetKey, handledEventTypes, orderTargetKey } from '../rules/event-target'
import { stripeEventEnvelope } from '../schema'
import { openCommandStates } from '../states'
import { markDirty } from './mark-dirty'
import { type ReceiveDeps, storeEvent } from './receive-event'

const cursorKey = 'stripe.events-cursor'
/** Events are listed again from this long before the newest one seen: they can surface late. */
const overlapSeconds = 600
/** As far back as Stripe's list reaches (docs.stripe.com/api/events/list). */
const reachSeconds = 30 * 86_400
/** Stripe takes at most twenty types per list. */
const typesPerList = 20

async function readCursor(deps: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const setting = await deps.db.setting.findUnique({ where: { key: cursorKey } })
  const seconds = typeof setting?.value === 'number' ? setting.value : 0
  const oldest = Math.floor(deps.clock.now().getTime() / 1000) - reachSeconds
  return Math.max(seconds - overlapSeconds, oldest)
}

/**
 * Takes in every event since the last sweep that no webhook brought, to the last page of the list.
 * The cursor moves only after all were stored. Returns how many were new. Safe to repeat.
 */
export async function sweepEvents(deps: ReceiveDeps): Promise<number> {
  const since = await readCursor(deps)
  let newest = since
  let found = 0
  for (let start = 0; start < handledEventTypes.length; start += typesPerList) {
    const types = handledEventTypes.slice(start, start + typesPerList)
    const list = deps.stripe.events.list({ types: [...types], created: { gte: since }, limit: 100 })
    for await (const event of list) {
      newest = Math.max(newest, event.created)
      if (await isStored(deps, event.id)) continue
      const outcome = await storeEvent(deps, stripeEventEnvelope.parse(event))
      if (outcome !== 'repeated') found += 1
    }
  }
  await deps.db.setting.upsert({
    where: { key: cursorKey },
    create: { key: cursorKey, value: newest },
    update: { value: newest },
  })
  return found
}

/** An event that a webhook brought is none of the sweep's: it would count as one more delivery. */
const isStored = async ({ db }: Pick<Deps, 'db'>, id: string): Promise<boolean> =>
  (await db.stripeEvent.count({ where: { id } })) > 0

/** Orders that are waited upon for longer than this are asked about although no event came. */
const pollAfterSeconds = 15 * 60

/**
 * Asks about orders whose state is bound to change, in case Stripe never made an event: unpaid ones
 * past their time or long under way, refunds on their way, open disputes, payments whose balance
 * transaction was not there yet, and orders whose documents are missing. Returns how many were noted.
 */
export async function pollOpenOrders(deps: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const now = deps.clock.now()
  const before = new Date(now.getTime() - pollAfterSeconds * 1000)
  const orders = await deps.db.$queryRaw<{ id: string }[]>`
    select o.id from orders o
    left join sync_targets t on t.key = 'order:' || o.id
    where coalesce(t.synced_at, o.created_at) <= ${before} and (t.dead_at is null) and (
      o.status in ('awaiting_payment', 'processing', 'disputed')
      or (${oddOrders.uninvoiced})
      or exists (select 1 from stripe_refunds r
        where r.order_id = o.id and r.status in ('pending', 'requires_action'))
      or exists (select 1 from stripe_charges c
        where c.order_id = o.id and c.status = 'succeeded' and not exists (
          select 1 from ledger_transactions l where l.kind = 'charge' and l.external_id = c.id)))
    order by o.created_at limit 1000`
  for (const { id } of orders) {
    await deps.db.$transaction((tx) => markDirty(tx, orderTargetKey(id), now))
  }
  return orders.length
}

const pollAccountsAfterSeconds = 60 * 60

/**
 * Asks about providers' accounts that are bound to change: not in order yet, or with money on its way to the
 * bank. Returns how many were noted.
 */
export async function pollAccounts(deps: Pick<Deps, 'db' | 'clock' | 'livemode'>): Promise<number> {
  const now = deps.clock.now()
  const before = new Date(now.getTime() - pollAccountsAfterSeconds * 1000)
  const accounts = await deps.db.providerAccount.findMany({
    where: {
      livemode: deps.livemode,
      AND: [
        { OR: [{ syncedAt: null }, { syncedAt: { lt: before } }] },
        {
          OR: [
            { state: { in: ['onboarding', 'restricted'] } },
            { payouts: { some: { state: { in: ['sent', 'failed'] } } } },
          ],
        },
      ],
    },
    select: { id: true },
    take: 1000,
  })
  for (const { id } of accounts) {
    await deps.db.$transaction((tx) => markDirty(tx, accountTargetKey(id), now))
  }
  return accounts.length
}

/** Asks about unpaid orders as soon as their time is up. Returns how many were noted. */
export async function expireOrders(deps: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const now = deps.clock.now()
  const orders = await deps.db.order.findMany({
    where: { status: 'awaiting_payment', expiresAt: { lt: now } },
    select: { id: true },
    orderBy: { expiresAt: 'asc' },
    take: 1000,
  })
  for (const { id } of orders) {
    await deps.db.$transaction((tx) => markDirty(tx, orderTargetKey(id), now))
  }
  return orders.length
}

/** Commands without an answer are sent again when this long has passed. */
const resendAfterSeconds = 60

/**
 * Queues what was left lying: dirty targets that nobody holds, and commands without an answer (a
 * process that died keeps its jobs for hours). Returns how many of each.
 */
export async function requeueLost(
  deps: Pick<Deps, 'db' | 'clock'>,
): Promise<{ targets: number; commands: number }> {
  const now = deps.clock.now()
  const targets = await deps.db.$queryRaw<{ key: string }[]>`
    select key from sync_targets
    where dirty_seq > synced_seq and dead_at is null and next_attempt_at <= ${now}
      and (lease_until is null or lease_until <= ${now})
    order by next_attempt_at limit 1000`
  for (const { key } of targets) {
    await addJob(deps.db, 'order.dirtied', { key }, { key: `sync:${key}` })
  }
  const commands = await deps.db.stripeCommand.findMany({
    where: {
      state: { in: [...openCommandStates] },
      updatedAt: { lt: new Date(now.getTime() - resendAfterSeconds * 1000) },
    },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: 1000,
  })
  for (const { id } of commands) {
    await addJob(deps.db, 'stripe-command.requested', { commandId: id }, { key: `command:${id}` })
  }
  return { targets: targets.length, commands: commands.length }
}

/**
 * The safety net under the webhooks: lost events, objects without events, lost jobs. Each part runs
 * even when another fails; the first failure is thrown in the end. Safe to repeat.
 */
export async function reconcile(deps: ReceiveDeps) {
  const failures: unknown[] = []
  const attempt = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work
    } catch (error) {
      failures.push(error)
      return null
    }
  }
  const events = await attempt(sweepEvents(deps))
  const orders = await attempt(pollOpenOrders(deps))
  const accounts = await attempt(pollAccounts(deps))
  const swept = await attempt(sweepSubscriptions(deps))
  const polled = await attempt(pollSubscriptions(deps))
  const lost = await attempt(requeueLost(deps))
  if (failures.length > 0) throw failures[0]
  return { events, orders, accounts, subscriptions: (swept ?? 0) + (polled ?? 0), ...lost }
}
