import type { DbOrTx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import {
  type EventReferences,
  eventReferences,
  intentTargetKey,
  isHandledAccountEvent,
  isHandledEvent,
} from '../rules/event-target'
import { type StripeEventEnvelope, stripeEventEnvelope } from '../schema'
import { onKnownTarget } from './mark-dirty'

export type ReceiveDeps = Pick<Deps, 'db' | 'clock' | 'stripe' | 'livemode' | 'logger'>

/** How old a signature may be, seconds (Stripe's own default: docs.stripe.com/webhooks/signature). */
export const toleranceSeconds = 300

/** Of which endpoint a delivery is: the platform's own, or the one for connected accounts. */
export type EventSource = 'platform' | 'accounts'

export type ReceiveResult =
  | { status: 200; outcome: 'queued' | 'ignored' | 'repeated' }
  | { status: 400; outcome: 'bad-signature' | 'bad-payload' }

/**
 * Takes in one delivery of a webhook. Verifies the signature over the raw bytes against each of the
 * secrets (two during a rotation), stores the event and notes its order as possibly changed, in one
 * transaction; nothing else happens here. Answer with `status`; when this throws, nothing was stored
 * and the answer is 5xx, so that Stripe delivers again. The event's id makes it happen once. Each endpoint
 * has secrets of its own; an event that came to the wrong one is kept and not acted upon.
 */
export async function receiveEvent(
  deps: ReceiveDeps,
  delivery: {
    body: Uint8Array
    signature: string | null
    secrets: readonly string[]
    source?: EventSource
  },
): Promise<ReceiveResult> {
  const { body, signature, secrets } = delivery
  if (signature === null || !secrets.some((secret) => isSigned(deps, body, signature, secret))) {
    return { status: 400, outcome: 'bad-signature' }
  }
  const json = parseJson(body)
  // A thin notification (v2) says so; it is meant for another route and must not be retried here.
  if (isThin(json)) return { status: 200, outcome: 'ignored' }
  const parsed = stripeEventEnvelope.safeParse(json)
  if (!parsed.success) return { status: 400, outcome: 'bad-payload' }
  return { status: 200, outcome: await storeEvent(deps, parsed.data, delivery.source) }
}

function isSigned(deps: ReceiveDeps, body: Uint8Array, signature: string, secret: string) {
  try {
    const verified = deps.stripe.webhooks.signature?.verifyHeader(
      Buffer.from(body),
      signature,
      secret,
      toleranceSeconds,
      undefined,
      deps.clock.now().getTime(),
    )
    return verified === true
  } catch {
    return false
  }
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}

const isThin = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && Reflect.get(json, 'object') === 'v2.core.event'

/** Why an event is kept but not acted upon; null when it is for us. */
function whyIgnored(
  deps: ReceiveDeps,
  event: StripeEventEnvelope,
  source: EventSource,
): string | null {
  if (event.livemode !== deps.livemode) return 'other-mode'
  if (source === 'accounts') {
    if (event.account === undefined) return 'platform-account'
    return isHandledAccountEvent(event.type) ? null : 'type-not-handled'
  }
  if (event.account !== undefined) return 'connected-account'
  return isHandledEvent(event.type) ? null : 'type-not-handled'
}

/**
 * Stores an event, from a webhook or from Stripe's list, and notes its target, all in one statement:
 * one round trip, and both or neither. Orders are written before Stripe hears of them, so an event
 * that names an order we do not have belongs to another application. Safe to repeat.
 */
export async function storeEvent(
  deps: ReceiveDeps,
  event: StripeEventEnvelope,
  source: EventSource = 'platform',
): Promise<'queued' | 'ignored' | 'repeated'> {
  const reason = whyIgnored(deps, event, source)
  if (reason !== null && reason !== 'type-not-handled') {
    deps.logger.warn({ event: event.id, type: event.type, reason }, 'webhook event ignored')
  }
  const now = deps.clock.now()
  return toOutcome(await insertEvent(deps.db, event, reason, now))
}

type Stored = { is_new: boolean; target_key: string | null }

const toOutcome = ({ is_new, target_key }: Stored) =>
  !is_new ? 'repeated' : target_key === null ? 'ignored' : 'queued'

/** A row whose `xmax` is 0 was inserted; one that was there had its deliveries counted up. */
async function insertEvent(
  db: DbOrTx,
  event: StripeEventEnvelope,
  reason: string | null,
  now: Date,
): Promise<Stored> {
  const { orderId, subscriptionId, paymentIntentId, isBare, payoutId } =
    reason === null && event.account === undefined ? eventReferences(event) : noReferences
  const accountId = reason === null ? (event.account ?? null) : null
  const [stored] = await db.$queryRaw<Stored[]>`
    with target as (
      select case
        when ${orderId}::uuid is not null
          then (select 'order:' || o.id from orders o where o.id = ${orderId}::uuid)
        when ${subscriptionId}::uuid is not null
          then (select 'sub:' || s.id from subscriptions s where s.id = ${subscriptionId}::uuid)
        when ${paymentIntentId}::text is not null
          then coalesce(
            (select 'order:' || o.id from orders o where o.payment_intent_id = ${paymentIntentId}),
            ${paymentIntentId && isBare ? intentTargetKey(paymentIntentId) : null})
        when ${payoutId}::uuid is not null
          then (select 'payout:' || p.id from payouts p where p.id = ${payoutId}::uuid)
        when ${accountId}::text is not null
          then (select 'acct:' || a.id from provider_accounts a where a.id = ${accountId})
        end as key
    ), stored as (
      insert into stripe_events as e (id, type, account, livemode, api_version, payload, target_key,
        state, note, occurred_at, received_at)
      select ${event.id}, ${event.type}, ${event.account ?? null}, ${event.livemode},
        ${event.api_version ?? null}, ${JSON.stringify(event)}::jsonb, key,
        (case when key is null then 'ignored' else 'queued' end)::stripe_event_state,
        case when key is null then ${reason ?? 'not-ours'} end,
        ${new Date(event.created * 1000)}::timestamptz, ${now}::timestamptz
      from target
      on conflict (id) do update set deliveries = e.deliveries + 1
      returning target_key, xmax = 0 as is_new
    ), noted as (
      insert into sync_targets as t (key, dirty_seq, dirty_since, next_attempt_at)
      select target_key, 1, ${now}::timestamptz, ${now}::timestamptz from stored
      where is_new and target_key is not null
      ${onKnownTarget(now)}
      returning key
    ), queued as (
      select graphile_worker.add_job('order.dirtied', json_build_object('key', key),
        job_key := 'sync:' || key, max_attempts := 12) from noted
    )
    select is_new, target_key, (select count(*) from queued) from stored`
  if (!stored) throw new Error(`event ${event.id} was not stored`)
  return stored
}

const noReferences: EventReferences = {
  orderId: null,
  subscriptionId: null,
  paymentIntentId: null,
  isBare: false,
  payoutId: null,
}
