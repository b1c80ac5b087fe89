import type { StripeEventEnvelope } from '../schema'

/** Everything in an event that may lead to something of ours: ids and nothing else. */
export type EventReferences = {
  orderId: string | null
  subscriptionId: string | null
  paymentIntentId: string | null
  /** nothing else in it can say whose it is: Stripe has to be asked when the payment is not known */
  isBare: boolean
  payoutId: string | null
}

/** Event types that can change an order, a membership or a payout. Subscribe the platform's endpoint to exactly these. */
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
  'customer.subscription.created',
  'customer.subscription.updated',
  'customer.subscription.deleted',
  'customer.subscription.paused',
  'customer.subscription.resumed',
  'customer.subscription.trial_will_end',
  'invoice.created',
  'invoice.finalized',
  'invoice.finalization_failed',
  'invoice.paid',
  'invoice.payment_failed',
  'invoice.payment_action_required',
  'invoice.voided',
  'invoice.marked_uncollectible',
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

/** Our id of a subscription: on itself and its session, and on its invoices by way of their parent. */
function subscriptionIdOf(object: Record<string, unknown>): string | null {
  const details = property(object.parent, 'subscription_details')
  return (
    asUuid(property(object.metadata, 'subscription_id')) ??
    asUuid(property(property(details, 'metadata'), 'subscription_id'))
  )
}

/** The payment that an object is about or is itself. */
const intentIdOf = (object: Record<string, unknown>): string | null =>
  asId(object.payment_intent, 'pi_') ?? asId(object.id, 'pi_')

/**
 * What an event may be about: our own id from the session or from metadata. Refunds, disputes and
 * warnings may carry the PaymentIntent only, and so do payments of invoices. Null ids mean that the
 * object belongs to somebody else. Tolerant of any payload shape and API version. Pure.
 */
export function eventReferences(event: StripeEventEnvelope): EventReferences {
  const { object } = event.data
  const subscriptionId = subscriptionIdOf(object)
  const isOfOrder = subscriptionId === null
  const named = asUuid(object.client_reference_id) ?? asUuid(property(object.metadata, 'order_id'))
  return {
    orderId: isOfOrder ? named : null,
    subscriptionId,
    paymentIntentId: intentIdOf(object),
    isBare: bareObjects.includes(object.object),
    payoutId: object.object === 'transfer' ? asUuid(property(object.metadata, 'payout_id')) : null,
  }
}

export const isHandledEvent = (type: string): boolean =>
  (handledEventTypes as readonly string[]).includes(type)

export const isHandledAccountEvent = (type: string): boolean =>
  (handledAccountEventTypes as readonly string[]).includes(type)

export const orderTargetKey = (orderId: string) => `order:${orderId}`
export const subscriptionTargetKey = (subscriptionId: string) => `sub:${subscriptionId}`
export const payoutTargetKey = (payoutId: string) => `payout:${payoutId}`
export const intentTargetKey = (paymentIntentId: string) => `pi:${paymentIntentId}`

/** The order of a target key, or null when the key names something else. */
export const orderIdOfTarget = (key: string): string | null =>
  key.startsWith('order:') ? asUuid(key.slice(6)) : null

/** The membership of a target key, or null when the key names something else. */
export const subscriptionIdOfTarget = (key: string): string | null =>
  key.startsWith('sub:') ? asUuid(key.slice(4)) : null

/** How the transfer of a payout is found at Stripe: its `transfer_group`. */
export const transferGroupOf = (payoutId: string) => `payout_${payoutId}`

/** The payout of a target key, or null when the key names something else. */
export const payoutIdOfTarget = (key: string): string | null =>
  key.startsWith('payout:') ? asUuid(key.slice(7)) : null

export const accountTargetKey = (accountId: string) => `acct:${accountId}`

/** The connected account of a target key, or null when the key names something else. */
export const accountIdOfTarget = (key: string): string | null =>
  key.startsWith('acct:') ? key.slice(5) : null
