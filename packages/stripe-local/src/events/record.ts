import type Stripe from 'stripe'
import { API_VERSION } from '../config'
import type { Database } from '../state/database'
import { newId } from '../state/ids'
import { isForAccounts } from './endpoint'

interface NewEvent {
  type: string
  object: unknown
  previous: unknown
  origin: Stripe.Event.Request
  /** the connected account in which it happened; null for the platform */
  account: string | null
}

/**
 * Stores an event with the object as it is now and queues one delivery for each endpoint.
 * Rows never change in place, so the stored object is a snapshot.
 */
export function recordEvent(db: Database, nowMs: number, given: NewEvent): Stripe.Event {
  const endpoints = db.tables.webhookEndpoints
    .all()
    .filter(
      (endpoint) =>
        endpoint.status === 'enabled' && isForAccounts(endpoint) === (given.account !== null),
    )
  const event = {
    id: newId('evt'),
    object: 'event',
    ...(given.account === null ? {} : { account: given.account }),
    api_version: API_VERSION,
    created: Math.floor(nowMs / 1000),
    data: {
      object: given.object,
      ...(given.previous === undefined ? {} : { previous_attributes: given.previous }),
    },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: given.origin,
    type: given.type,
  }
  // The SDK's union ties each type to its object; which object goes with which type is the
  // caller's knowledge, and the tests check it against the SDK's own event types.
  const stored = db.tables.events.put(event as unknown as Stripe.Event)
  for (const endpoint of endpoints) queueDelivery(db, nowMs, stored.id, endpoint)
  return stored
}

/** Queues one delivery of an event, due at once, behind all others. */
export function queueDelivery(
  db: Database,
  nowMs: number,
  event: string,
  endpoint: Stripe.WebhookEndpoint,
) {
  const position = db.settings.nextPosition
  db.changeSettings({ nextPosition: position + 1 })
  return db.tables.deliveries.put({
    id: newId('whd'),
    event,
    endpoint: endpoint.id,
    url: endpoint.url,
    state: 'pending',
    attempts: 0,
    nextAttemptAt: nowMs,
    position,
    lastStatus: null,
    lastError: null,
    deliveredAt: null,
  })
}
