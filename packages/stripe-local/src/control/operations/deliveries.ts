import type Stripe from 'stripe'
import { z } from 'zod'
import type { App } from '../../app'
import { alterationSchema } from '../../events/alteration'
import { isForAccounts } from '../../events/endpoint'
import { queueDelivery, recordEvent } from '../../events/record'
import type { SendResult } from '../../events/send'
import { resourceMissing } from '../../http/api-error'
import type { DeliveryRow } from '../../state/rows'
import { shuffled } from '../../state/shuffle'
import { defineOperation, nothing, whole } from '../operation'

const event = z.string().min(1)

function requireEvent(app: App, id: string) {
  const found = app.db.tables.events.get(id)
  if (!found) throw resourceMissing('event', id)
  return found
}

/** Where events like this one go: the platform's endpoint, or the one for connected accounts. */
function endpointOf(app: App, { account }: Stripe.Event): Stripe.WebhookEndpoint | undefined {
  return app.db.tables.webhookEndpoints.find(
    (endpoint) => isForAccounts(endpoint) === (account !== undefined),
  )
}

function waitingFor(app: App, id: string): DeliveryRow[] {
  return app.dispatcher.waiting().filter((row) => row.event === id)
}

/** Runs `work` over the items with at most `width` at a time; results keep the order. */
async function inParallel<T, R>(items: T[], width: number, work: (item: T) => Promise<R>) {
  const results: R[] = new Array(items.length)
  let next = 0
  const lane = async () => {
    while (next < items.length) {
      const index = next++
      results[index] = await work(items[index] as T)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane))
  return results
}

/** What reaches the webhook endpoint, when, how often and in which order. */
export const deliveryOperations = {
  /** Holds everything back; events keep queueing. */
  pauseDeliveries: defineOperation({
    input: nothing,
    run(app) {
      app.db.transact(() => app.db.changeSettings({ deliveriesPaused: true }))
      return { paused: true }
    },
  }),

  resumeDeliveries: defineOperation({
    input: nothing,
    run(app) {
      app.db.transact(() => app.db.changeSettings({ deliveriesPaused: false }))
      return { paused: false }
    },
  }),

  /** In sending order. Waiting ones first when filtered by state `pending`. */
  listDeliveries: defineOperation({
    input: z.strictObject({
      event: event.optional(),
      state: z.enum(['pending', 'delivered', 'failed', 'dropped']).optional(),
    }),
    run: (app, { event: id, state }) =>
      app.db.tables.deliveries
        .filter(
          (row) =>
            (id === undefined || row.event === id) && (state === undefined || row.state === state),
        )
        .sort((a, b) => a.position - b.position)
        .map((row) => ({ ...row, type: app.db.tables.events.get(row.event)?.type ?? null })),
  }),

  /**
   * Sends one event now, also while paused, `times` times, `concurrency` at once. Unaltered, the
   * first success settles its queued delivery; altered, the queue is left alone.
   */
  deliver: defineOperation({
    input: z.strictObject({
      event,
      times: whole.optional(),
      concurrency: whole.optional(),
      alteration: alterationSchema.optional(),
    }),
    async run(app, { event: id, times = 1, concurrency = 1, alteration }): Promise<SendResult[]> {
      const endpoint = endpointOf(app, requireEvent(app, id))
      if (!endpoint) throw resourceMissing('webhook endpoint', 'any')
      const [queued] = waitingFor(app, id)
      return inParallel(Array.from({ length: times }), concurrency, () =>
        queued && !alteration
          ? app.dispatcher.deliverNow(queued)
          : app.dispatcher.attempt(
              { event: id, url: endpoint.url, endpoint: endpoint.id },
              alteration,
            ),
      )
    },
  }),

  /** Sends everything that waits, due or not, also while paused. */
  flushDeliveries: defineOperation({
    input: z.strictObject({
      order: z.enum(['queued', 'reversed', 'shuffled']).optional(),
      seed: whole.optional(),
      concurrency: whole.optional(),
      copies: whole.optional(),
    }),
    async run(app, { order = 'queued', seed = 1, concurrency = 1, copies = 1 }) {
      const waiting = app.dispatcher.waiting()
      const copied = waiting.flatMap((row) => Array.from({ length: copies }, () => row))
      const ordered =
        order === 'shuffled'
          ? shuffled(copied, seed)
          : order === 'reversed'
            ? copied.toReversed()
            : copied
      return inParallel(ordered, concurrency, async (row) => ({
        event: row.event,
        ...(await app.dispatcher.deliverNow(row)),
      }))
    },
  }),

  /** Queues further deliveries of the same event, or (`asNewEvent`) of a copy with its own id. */
  duplicateDelivery: defineOperation({
    input: z.strictObject({ event, times: whole.optional(), asNewEvent: z.boolean().optional() }),
    run: (app, { event: id, times = 1, asNewEvent = false }) =>
      app.change(() => {
        const original = requireEvent(app, id)
        const nowMs = app.clock.nowMs()
        return Array.from({ length: times }, () => {
          if (asNewEvent) {
            const { object, previous_attributes: previous } = original.data
            const origin = original.request ?? { id: null, idempotency_key: null }
            const { type, account = null } = original
            return recordEvent(app.db, nowMs, { type, object, previous, origin, account }).id
          }
          const endpoint = endpointOf(app, original)
          if (endpoint) queueDelivery(app.db, nowMs, id, endpoint)
          return id
        })
      }),
  }),

  /** Keeps the waiting deliveries of an event back for some seconds. */
  delayDelivery: defineOperation({
    input: z.strictObject({ event, seconds: whole }),
    run: (app, { event: id, seconds }) =>
      app.change(() => {
        const until = app.clock.nowMs() + seconds * 1000
        return waitingFor(app, id).map(
          (row) => app.db.tables.deliveries.put({ ...row, nextAttemptAt: until }).id,
        )
      }),
  }),

  /** The waiting deliveries of an event are lost; `events.list` still shows the event. */
  dropDelivery: defineOperation({
    input: z.strictObject({ event: event.optional() }),
    run: (app, { event: id }) =>
      app.change(() =>
        app.dispatcher
          .waiting()
          .filter((row) => id === undefined || row.event === id)
          .map((row) => app.db.tables.deliveries.put({ ...row, state: 'dropped' }).event),
      ),
  }),

  /** Puts the waiting deliveries into another order: named, or shuffled from a seed. */
  reorderDeliveries: defineOperation({
    input: z.strictObject({ events: z.array(event).optional(), seed: whole.optional() }),
    run: (app, { events, seed = 1 }) =>
      app.change(() => {
        const waiting = app.dispatcher.waiting()
        const rank = (row: DeliveryRow) => {
          const index = events?.indexOf(row.event) ?? -1
          return index === -1 ? waiting.length : index
        }
        const wanted = events
          ? waiting.toSorted((a, b) => rank(a) - rank(b))
          : shuffled(waiting, seed)
        const positions = waiting.map((row) => row.position)
        return wanted.map((row, index) => {
          const position = positions[index] ?? row.position
          return app.db.tables.deliveries.put({ ...row, position }).event
        })
      }),
  }),

  /** Records and queues an event of any type with any object: what other apps on the account cause. */
  emitEvent: defineOperation({
    input: z.strictObject({
      type: z.string().min(1),
      object: z.record(z.string(), z.unknown()),
      previousAttributes: z.record(z.string(), z.unknown()).optional(),
    }),
    run: (app, { type, object, previousAttributes }) =>
      app.change((scope) => scope.emit(type, object, previousAttributes)),
  }),

  /** Resolves when nothing is being sent and nothing is due; fails after the given time. */
  waitForDeliveries: defineOperation({
    input: z.strictObject({ timeoutMs: whole.optional() }),
    async run(app, { timeoutMs = 10_000 }) {
      const end = performance.now() + timeoutMs
      app.runDue()
      app.dispatcher.wake()
      while (app.dispatcher.isBusy) {
        if (performance.now() > end) return { idle: false }
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      return { idle: true }
    },
  }),
}
