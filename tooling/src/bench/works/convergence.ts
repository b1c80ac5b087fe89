import { setTimeout as sleep } from 'node:timers/promises'
import { syncOrder } from '@archway/api/payments/commands/sync-target'
import { percentile, type Spread, spreadOf } from '../statistics'
import { placeOrders } from './payable-orders'
import { deliveryOf, makeEvent } from './signed-event'
import type { WorkContext } from './work'

export const CONVERGENCE_NAME = 'webhook: event to grant'
const PER_SECOND = 50
const DIRECT_PER_ROUND = 10
/** The goal for an answer: Stripe's page waits for it before it sends the buyer back. */
export const ACKNOWLEDGED_MS = 100
const POLL_MS = 20
const PATIENCE_MS = 60_000

export type Convergence = {
  eventsPerSecond: number
  events: number
  /** From sending an event to the first moment that the grant can be read, milliseconds. */
  p50Ms: Spread
  p95Ms: Spread
  mostMs: number
  /** From sending an event to the answer that it is stored, while the worker is at work, milliseconds. */
  acknowledgedP50Ms: Spread
  acknowledgedP95Ms: Spread
  acknowledgedP99Ms: Spread
  /** Share of the answers that came within `ACKNOWLEDGED_MS`. */
  acknowledgedInTime: number
  /** The limit: the same synchronisation called directly, one after the other, milliseconds. */
  directP50Ms: Spread
  directP95Ms: Spread
  /** Orders that still differed from Stripe when a round's last grant had appeared. */
  left: number
}

type Paid = { orderId: string }

/** Orders that Stripe says are paid and of which we have heard nothing. */
async function paidOrders(context: WorkContext, count: number): Promise<Paid[]> {
  const orders = await placeOrders(context, count)
  for (const { sessionId } of orders)
    await context.site.stripe.completeSession({ session: sessionId })
  return orders
}

/** What a round of events took, milliseconds: each answer, and each grant. */
type Sent = { acknowledged: number[]; granted: number[] }

/** Sends one event for each order at an even pace, and waits for every grant. */
async function sendAndWatch({ site }: WorkContext, orders: readonly Paid[]): Promise<Sent> {
  const sentAt = new Map<string, number>()
  const granted: number[] = []
  const acknowledged: number[] = []
  const waiting = new Set(orders.map(({ orderId }) => orderId))
  const deliver = async (orderId: string) => {
    const event = makeEvent('payment_intent.succeeded', orderId, new Date())
    const { path, ...request } = deliveryOf(event, site.webhookSecret)
    const startedAt = performance.now()
    sentAt.set(orderId, startedAt)
    const response = await fetch(new URL(path, site.url), request)
    if (!response.ok) throw new Error(`An event was answered with ${response.status}.`)
    acknowledged.push(performance.now() - startedAt)
  }
  const watch = async () => {
    const deadline = performance.now() + PATIENCE_MS
    while (waiting.size > 0) {
      if (performance.now() > deadline) throw new Error(`${waiting.size} grants did not appear.`)
      const { rows } = await site.pool.query<{ orderId: string }>(
        `select l.order_id as "orderId" from order_lines l
         join access_grants g on g.source_type = 'order_line' and g.source_id = l.id
         where l.order_id = any ($1) and g.state = 'active'`,
        [[...waiting]],
      )
      const now = performance.now()
      for (const { orderId } of rows) {
        if (waiting.delete(orderId)) granted.push(now - (sentAt.get(orderId) ?? now))
      }
      await sleep(POLL_MS)
    }
  }
  const send = async () => {
    const startedAt = performance.now()
    const answers: Promise<void>[] = []
    for (const [index, { orderId }] of orders.entries()) {
      await sleep(Math.max(0, startedAt + (index * 1000) / PER_SECOND - performance.now()))
      const answer = deliver(orderId)
      // Told when all are awaited; until then nobody listens.
      answer.catch(() => {})
      answers.push(answer)
    }
    await Promise.all(answers)
  }
  await Promise.all([send(), watch()])
  return { acknowledged, granted }
}

/** The same work without webhook, queue and worker: one order at a time. */
async function syncDirectly({ site }: WorkContext, orders: readonly Paid[]): Promise<number[]> {
  const latencies: number[] = []
  for (const { orderId } of orders) {
    await site.pool.query(
      `insert into sync_targets (key, dirty_seq, dirty_since, next_attempt_at)
       values ('order:' || $1, 1, now(), now())`,
      [orderId],
    )
    const startedAt = performance.now()
    const outcome = await syncOrder(site.deps, orderId)
    if (outcome !== 'synced') throw new Error(`An order was not synchronised: ${outcome}.`)
    latencies.push(performance.now() - startedAt)
  }
  return latencies
}

/** Waits until no order differs from Stripe any more, because an earlier work may have left some. */
export async function waitForRest({ site }: WorkContext): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (performance.now() < deadline) {
    if ((await countDirty(site.pool)) === 0) return
    await sleep(200)
  }
  throw new Error('The worker does not come to rest.')
}

async function countDirty(pool: WorkContext['site']['pool']): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'select count(*)::int as count from sync_targets where dirty_seq > synced_seq',
  )
  return rows[0]?.count ?? 0
}

/**
 * How long a payment takes to open a course: signed events of paid orders at an even pace, each of
 * another order, through site, queue and worker; in turns with the synchronisation alone.
 */
export async function measureConvergence(context: WorkContext): Promise<Convergence> {
  const { options, site } = context
  await site.stripe.pauseDeliveries()
  await waitForRest(context)
  const perRound = Math.ceil((options.eventSeconds * PER_SECOND) / options.rounds)
  const orders = await paidOrders(context, options.rounds * (perRound + DIRECT_PER_ROUND))
  const rounds: (Sent & { direct: number[] })[] = []
  let left = 0
  for (let round = 0; round < options.rounds; round++) {
    const sent = await sendAndWatch(context, orders.splice(0, perRound))
    left += await countDirty(site.pool)
    const direct = await syncDirectly(context, orders.splice(0, DIRECT_PER_ROUND))
    rounds.push({ ...sent, direct })
  }
  const at = (side: 'granted' | 'acknowledged' | 'direct', percent: number) =>
    spreadOf(rounds.map((round) => percentile(round[side], percent)))
  const all = rounds.flatMap(({ granted }) => granted)
  const answers = rounds.flatMap(({ acknowledged }) => acknowledged)
  return {
    eventsPerSecond: PER_SECOND,
    events: all.length,
    p50Ms: at('granted', 50),
    p95Ms: at('granted', 95),
    mostMs: Math.max(...all),
    acknowledgedP50Ms: at('acknowledged', 50),
    acknowledgedP95Ms: at('acknowledged', 95),
    acknowledgedP99Ms: at('acknowledged', 99),
    acknowledgedInTime: answers.filter((ms) => ms < ACKNOWLEDGED_MS).length / answers.length,
    directP50Ms: at('direct', 50),
    directP95Ms: at('direct', 95),
    left,
  }
}
