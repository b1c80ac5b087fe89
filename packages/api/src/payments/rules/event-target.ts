import type { StripeEventEnvelope } from '../schema'

/** Everything in an event that may lead to an order or a payout: ids and nothing else. */
export type EventReferences = {
  orderId: string | null
  paymentIntentId: string | null
  payoutId: string | null
}

/** Event types that can change an order or a payout. Subscribe the platform's endpoint to exactly these. */
export const handledEventTypes = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.succeeded',
  'payment_intent.processing',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'charge.succeeded',
  'charge.failed',
  'charge.updated',
  'charge.refunded',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'radar.early_fraud_warning.created',
  'transfer.created',
  'transfer.updated',
  'transfer.reversed',
] as const

/** Event types of connected accounts. Subscribe the endpoint for connected accounts to exactly these. */
const handledAccountEventTypes = [
  'account.updated',
  'account.application.deauthorized',
  'capability.updated',
  'payout.created',
  'payout.paid',
  'payout.failed',
] as const

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const asUuid = (value: unknown) => (typeof value === 'string' && uuid.test(value) ? value : null)

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

const asId = (value: unknown, prefix: string): string | null => {
  const id = typeof value === 'string' ? value : property(value, 'id')
  return typeof id === 'string' && id.startsWith(prefix) ? id : null
}

/** Objects that do not carry our metadata when somebody makes them in Stripe's dashboard or a bank does. */
const bareObjects: readonly unknown[] = ['refund', 'dispute', 'radar.early_fraud_warning']

/**
 * Which order an event may be about: our own id from the session or from metadata. Refunds, disputes
 * and warnings may carry the PaymentIntent only. Null ids mean that the object belongs to somebody
 * else. Tolerant of any payload shape and API version. Pure.
 */
export function eventReferences(event: StripeEventEnvelope): EventReferences {
  const { object } = event.data
  return {
    orderId: asUuid(object.client_reference_id) ?? asUuid(property(object.metadata, 'order_id')),
    paymentIntentId: bareObjects.includes(object.object)
      ? asId(object.payment_intent, 'pi_')
      : null,
    payoutId: object.object === 'transfer' ? asUuid(property(object.metadata, 'payout_id')) : null,
  }
}

export const isHandledEvent = (type: string): boolean =>
  (handledEventTypes as readonly string[]).includes(type)

export const isHandledAccountEvent = (type: string): boolean =>
  (handledAccountEventTypes as readonly string[]).includes(type)

export const orderTargetKey = (orderId: string) => `order:${orderId}`
export const payoutTargetKey = (payoutId: string) => `payout:${payoutId}`
export const intentTargetKey = (paymentIntentId: string) => `pi:${paymentIntentId}`

/** The order of a target key, or null when the key names something else. */
export const orderIdOfTarget = (key: string): string | null =>
  key.startsWith('order:') ? asUuid(key.slice(6)) : null

/** How the transfer of a payout is found at Stripe: its `transfer_group`. */
export const transferGroupOf = (payoutId: string) => `payout_${payoutId}`

/** The payout of a target key, or null when the key names something else. */
export const payoutIdOfTarget = (key: string): string | null =>
  key.startsWith('payout:') ? asUuid(key.slice(7)) : null

export const accountTargetKey = (accountId: string) => `acct:${accountId}`

/** The connected account of a target key, or null when the key names something else. */
export const accountIdOfTarget = (key: string): string | null =>
  key.startsWith('acct:') ? key.slice(5) : null
