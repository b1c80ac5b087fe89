import Stripe from 'stripe'
import type { Deps } from '../../shared/deps'
import {
  type InvoiceFact,
  mainOf,
  type SubscriptionFact,
  type SubscriptionFacts,
} from '../../subscriptions/rules/facts'
import { toInvoiceFact, toSubscriptionFact } from './read-billing'

/** Where to start looking: what we know of a membership before asking Stripe. */
export type SubscriptionPlan = {
  id: string
  sessionId: string | null
  stripeSubscriptionId: string | null
  customerId: string | null
  /** ids that events named: each is checked before it is believed */
  hintedSessionIds: readonly string[]
  hintedSubscriptionIds: readonly string[]
  /** a session may exist whose id never reached us: look through what was opened since then */
  searchSince: Date | null
  /** invoices that are known with their payment: Stripe is not asked for it again */
  known: ReadonlyMap<string, { paymentIntentId: string | null; firstFailedAt: Date | null }>
}

type Asking = Pick<Deps, 'stripe'>

async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (error) {
    const isMissing =
      error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'
    if (isMissing) return null
    throw error
  }
}

async function findSession({ stripe }: Asking, plan: SubscriptionPlan) {
  const ids = plan.sessionId ? [plan.sessionId] : plan.hintedSessionIds
  for (const id of ids) {
    const session = await orNull(stripe.checkout.sessions.retrieve(id))
    if (session?.client_reference_id === plan.id) return session
  }
  if (plan.sessionId || !plan.searchSince) return null
  const created = { gte: Math.floor(plan.searchSince.getTime() / 1000) - 300 }
  for await (const session of stripe.checkout.sessions.list({ created, limit: 100 })) {
    if (session.client_reference_id === plan.id) return session
  }
  return null
}

const idOf = (value: string | { id: string } | null | undefined) =>
  typeof value === 'string' ? value : (value?.id ?? null)

/** Every subscription that carries our id: those that are named, and all of the customer's. */
async function findSubscriptions(
  { stripe }: Asking,
  plan: SubscriptionPlan,
  session: Stripe.Checkout.Session | null,
): Promise<SubscriptionFact[]> {
  const found = new Map<string, SubscriptionFact>()
  const take = (subscription: Stripe.Subscription | null) => {
    if (subscription?.metadata.subscription_id !== plan.id) return
    found.set(subscription.id, toSubscriptionFact(subscription))
  }
  const named = [idOf(session?.subscription), plan.stripeSubscriptionId]
  const ids = new Set([...named, ...plan.hintedSubscriptionIds].filter((id) => id !== null))
  for (const id of ids) take(await orNull(stripe.subscriptions.retrieve(id)))
  const customer = [...found.values()][0]?.customerId ?? idOf(session?.customer) ?? plan.customerId
  if (customer) {
    const list = stripe.subscriptions.list({ customer, status: 'all', limit: 100 })
    for await (const subscription of list) take(subscription)
  }
  return [...found.values()]
}

async function paymentOf({ stripe }: Asking, invoice: Stripe.Invoice) {
  const nothing = { paymentIntentId: null, firstFailedAt: null }
  if (!invoice.id || invoice.status === 'draft') return nothing
  const intents: { id: string; status: string }[] = []
  for await (const row of stripe.invoicePayments.list({ invoice: invoice.id, limit: 100 })) {
    const id = idOf(row.payment.payment_intent)
    if (id) intents.push({ id, status: row.status })
  }
  const paid = intents.find(({ status }) => status === 'paid') ?? intents[0]
  if (!paid) return nothing
  // The first attempt of one that is paid succeeded, unless there were more.
  const mayHaveFailed = invoice.status !== 'paid' || invoice.attempt_count > 1
  const failures = mayHaveFailed ? await failedAt({ stripe }, intents) : []
  const first = failures.length > 0 ? Math.min(...failures) : null
  // Without a failed charge the bank wants something of the buyer: it is owed since it was asked for.
  const isWanting = first === null && mayHaveFailed && (await isWaiting({ stripe }, paid.id))
  const asked = isWanting ? (invoice.status_transitions.finalized_at ?? invoice.created) : null
  const seconds = first ?? asked
  return {
    paymentIntentId: paid.id,
    firstFailedAt: seconds === null ? null : new Date(seconds * 1000),
  }
}

/** Whether a payment waits for the buyer, not for a bank. */
async function isWaiting({ stripe }: Asking, paymentIntentId: string): Promise<boolean> {
  const { status } = await stripe.paymentIntents.retrieve(paymentIntentId)
  return status === 'requires_payment_method' || status === 'requires_action'
}

async function failedAt({ stripe }: Asking, intents: readonly { id: string }[]) {
  const times: number[] = []
  for (const { id } of intents) {
    for await (const charge of stripe.charges.list({ payment_intent: id, limit: 100 })) {
      if (charge.status === 'failed') times.push(charge.created)
    }
  }
  return times
}

async function invoicesOf(
  asking: Asking,
  plan: SubscriptionPlan,
  stripeSubscriptionId: string,
): Promise<InvoiceFact[]> {
  const facts: InvoiceFact[] = []
  const list = asking.stripe.invoices.list({ subscription: stripeSubscriptionId, limit: 100 })
  for await (const invoice of list) {
    const known = invoice.status === 'paid' ? plan.known.get(invoice.id ?? '') : undefined
    const payment = known ?? (await paymentOf(asking, invoice))
    facts.push(toInvoiceFact(invoice, stripeSubscriptionId, payment))
  }
  return facts
}

/**
 * Asks Stripe what is true about a membership now: its session, every subscription that carries our id,
 * their invoices to the last page and the payments of those. Opens no transaction and believes nothing of
 * an event but ids, each checked. Subscriptions are read before their invoices, so that a period which has
 * begun has its invoice. What changes in between sends an event, which makes the target dirty again.
 * Throws what the SDK throws, and when a subscription that was seen before is gone (wrong account).
 */
export async function fetchSubscription(
  asking: Asking,
  plan: SubscriptionPlan,
): Promise<SubscriptionFacts> {
  const session = await findSession(asking, plan)
  const found = await findSubscriptions(asking, plan, session)
  if (plan.stripeSubscriptionId && found.length === 0) {
    throw new Error('Stripe no longer knows the subscription of this membership')
  }
  const subscription = mainOf(found, plan.stripeSubscriptionId)
  const invoices: InvoiceFact[] = []
  for (const { id } of found) invoices.push(...(await invoicesOf(asking, plan, id)))
  return {
    session: session && { id: session.id, status: session.status, url: session.url },
    subscription,
    others: found.filter(({ id }) => id !== subscription?.id),
    invoices,
  }
}
