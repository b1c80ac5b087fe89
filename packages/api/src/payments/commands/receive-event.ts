import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Deps } from '../../shared/deps'
import {
  eventReferences,
  intentTargetKey,
  isHandledEvent,
  orderTargetKey,
} from '../rules/event-target'
import { type StripeEventEnvelope, stripeEventEnvelope } from '../schema'
import { markDirty } from './mark-dirty'

export type ReceiveDeps = Pick<Deps, 'db' | 'clock' | 'stripe' | 'livemode' | 'logger'>

/** How old a signature may be, seconds (Stripe's own default: docs.stripe.com/webhooks/signature). */
export const toleranceSeconds = 300

export type ReceiveResult =
  | { status: 200; outcome: 'queued' | 'ignored' | 'repeated' }
  | { status: 400; outcome: 'bad-signature' | 'bad-payload' }

/**
 * Takes in one delivery of a webhook. Verifies the signature over the raw bytes against each of the
 * secrets (two during a rotation), stores the event and notes its order as possibly changed, in one
 * transaction; nothing else happens here. Answer with `status`; when this throws, nothing was stored
 * and the answer is 5xx, so that Stripe delivers again. The event's id makes it happen once.
 */
export async function receiveEvent(
  deps: ReceiveDeps,
  delivery: { body: Uint8Array; signature: string | null; secrets: readonly string[] },
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
  return { status: 200, outcome: await storeEvent(deps, parsed.data) }
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
function whyIgnored(deps: ReceiveDeps, event: StripeEventEnvelope): string | null {
  if (event.livemode !== deps.livemode) return 'other-mode'
  if (event.account !== undefined) return 'connected-account'
  return isHandledEvent(event.type) ? null : 'type-not-handled'
}

async function targetOf(tx: Tx, event: StripeEventEnvelope): Promise<string | null> {
  const { orderId, paymentIntentId } = eventReferences(event)
  if (orderId) {
    const order = await tx.order.findUnique({ where: { id: orderId }, select: { id: true } })
    return order ? orderTargetKey(order.id) : null
  }
  if (!paymentIntentId) return null
  const order = await tx.order.findUnique({ where: { paymentIntentId }, select: { id: true } })
  return order ? orderTargetKey(order.id) : intentTargetKey(paymentIntentId)
}

/**
 * Stores an event, from a webhook or from Stripe's list, and notes its target in the same
 * transaction. Orders are written before Stripe hears of them, so an event that names an order we do
 * not have belongs to another application. Safe to repeat.
 */
export async function storeEvent(
  deps: ReceiveDeps,
  event: StripeEventEnvelope,
): Promise<'queued' | 'ignored' | 'repeated'> {
  const now = deps.clock.now()
  const reason = whyIgnored(deps, event)
  if (reason === 'other-mode' || reason === 'connected-account') {
    deps.logger.warn({ event: event.id, type: event.type, reason }, 'webhook event ignored')
  }
  return await deps.db.$transaction(async (tx) => {
    const targetKey = reason === null ? await targetOf(tx, event) : null
    const { count } = await tx.stripeEvent.createMany({
      data: [
        {
          id: event.id,
          type: event.type,
          account: event.account ?? null,
          livemode: event.livemode,
          apiVersion: event.api_version ?? null,
          payload: JSON.parse(JSON.stringify(event)),
          targetKey,
          state: targetKey ? ('queued' as const) : ('ignored' as const),
          note: targetKey ? null : (reason ?? 'not-ours'),
          occurredAt: new Date(event.created * 1000),
          receivedAt: now,
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0) {
      await tx.stripeEvent.updateMany({
        where: { id: event.id },
        data: { deliveries: { increment: 1 } },
      })
      return 'repeated'
    }
    if (!targetKey) return 'ignored'
    if (event.type === 'radar.early_fraud_warning.created') {
      await recordAudit(
        tx,
        { type: 'system', name: 'stripe-webhook' },
        {
          action: 'payment.early-fraud-warning',
          entityType: 'order',
          entityId: targetKey.replace(/^order:/, ''),
          after: { event: event.id },
        },
      )
    }
    await markDirty(tx, targetKey, now)
    return 'queued'
  })
}
