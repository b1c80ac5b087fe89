import Stripe from 'stripe'
import type { Deps } from '../../shared/deps'
import type { StripeFacts } from '../rules/facts'
import {
  toChargeFact,
  toDisputeFact,
  toIntentFact,
  toRefundFact,
  toSessionFact,
} from './read-stripe'

/** Where to start looking: what we know of an order before asking Stripe. */
export type FetchPlan = {
  orderId: string
  sessionId: string | null
  paymentIntentId: string | null
  /** ids that events named: each is checked against the order before it is believed */
  hintedSessionIds: readonly string[]
  hintedIntentIds: readonly string[]
  /** a session may exist whose id never reached us: look through what was opened since then */
  searchSince: Date | null
  /** money was seen before: Stripe must still know of it */
  hasCharges: boolean
}

const isMissing = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'

async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function findSession(
  stripe: Stripe,
  plan: FetchPlan,
): Promise<Stripe.Checkout.Session | null> {
  const ids = plan.sessionId ? [plan.sessionId] : plan.hintedSessionIds
  for (const id of ids) {
    const session = await orNull(stripe.checkout.sessions.retrieve(id))
    if (session?.client_reference_id === plan.orderId) return session
  }
  if (plan.sessionId || !plan.searchSince) return null
  const created = { gte: Math.floor(plan.searchSince.getTime() / 1000) - 300 }
  for await (const session of stripe.checkout.sessions.list({ created, limit: 100 })) {
    if (session.client_reference_id === plan.orderId) return session
  }
  return null
}

async function findIntent(stripe: Stripe, plan: FetchPlan, ofSession: string | null) {
  const known = ofSession ?? plan.paymentIntentId
  if (known) return await orNull(stripe.paymentIntents.retrieve(known))
  for (const id of plan.hintedIntentIds) {
    const intent = await orNull(stripe.paymentIntents.retrieve(id))
    if (intent?.metadata.order_id === plan.orderId) return intent
  }
  return null
}

const all = async <T, U>(list: AsyncIterable<T>, map: (row: T) => U): Promise<U[]> => {
  const rows: U[] = []
  for await (const row of list) rows.push(map(row))
  return rows
}

/**
 * Asks Stripe what is true about an order now: session, PaymentIntent, charges, refunds, disputes,
 * with the balance transactions of each; lists to their last page. Opens no transaction. Nothing
 * from an event's payload is used but ids, each checked to belong to the order. The reads are not
 * one snapshot: whatever changes in between sends an event, which makes the target dirty again.
 * Throws what the SDK throws, and when payments that were seen before are gone (wrong account).
 */
export async function fetchFacts(
  { stripe }: Pick<Deps, 'stripe'>,
  plan: FetchPlan,
): Promise<StripeFacts> {
  const session = await findSession(stripe, plan)
  const sessionFact = session && toSessionFact(session)
  const intent = await findIntent(stripe, plan, sessionFact?.paymentIntentId ?? null)
  if (!intent) {
    if (plan.hasCharges) throw new Error('Stripe no longer knows the payment of this order')
    return { session: sessionFact, intent: null, charges: [], refunds: [], disputes: [] }
  }
  const query = { payment_intent: intent.id, limit: 100 }
  const [charges, refunds, disputes] = await Promise.all([
    all(stripe.charges.list({ ...query, expand: ['data.balance_transaction'] }), toChargeFact),
    all(
      stripe.refunds.list({
        ...query,
        expand: ['data.balance_transaction', 'data.failure_balance_transaction'],
      }),
      toRefundFact,
    ),
    all(stripe.disputes.list(query), toDisputeFact),
  ])
  return { session: sessionFact, intent: toIntentFact(intent), charges, refunds, disputes }
}
