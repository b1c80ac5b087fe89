/** A subscription as Stripe states it. Amounts are minor units of its currency. */
export type SubscriptionFact = {
  id: string
  customerId: string
  /** trialing, active, past_due, unpaid, canceled, incomplete …; Stripe may add others */
  status: string
  itemId: string
  productId: string
  currency: string
  amountMinor: bigint
  /** month or year */
  interval: string
  periodStart: Date
  periodEnd: Date
  trialEnd: Date | null
  /** the moment that was named, or null; `cancelAtPeriodEnd` says it the other way */
  cancelAt: Date | null
  cancelAtPeriodEnd: boolean
  endedAt: Date | null
  /** nothing is collected */
  isPaused: boolean
  resumesAt: Date | null
  createdAt: Date
}

/** An invoice of a subscription as Stripe states it. */
export type InvoiceFact = {
  id: string
  stripeSubscriptionId: string
  /** draft, open, paid, uncollectible or void */
  status: string
  billingReason: string | null
  currency: string
  totalMinor: bigint
  amountDueMinor: bigint
  amountPaidMinor: bigint
  /** the time that it pays for: of what is charged in it, not of what is credited */
  periodStart: Date
  periodEnd: Date
  paymentIntentId: string | null
  attemptCount: number
  /** when a payment of it failed first; later attempts do not move it */
  firstFailedAt: Date | null
  nextAttemptAt: Date | null
  /** Stripe's page on which it can be paid */
  hostedUrl: string | null
  createdAt: Date
  paidAt: Date | null
}

export type SubscriptionSessionFact = {
  id: string
  status: string | null
  url: string | null
}

/** Everything that Stripe says about one subscription of ours at one time. */
export type SubscriptionFacts = {
  session: SubscriptionSessionFact | null
  /** the one that counts; null when there is none yet */
  subscription: SubscriptionFact | null
  /** others that carry our id: a mistake that has to be undone */
  others: readonly SubscriptionFact[]
  /** of all of them */
  invoices: readonly InvoiceFact[]
}

const ended = ['canceled', 'incomplete_expired']

/** Whether Stripe may still charge for a subscription. */
export const mayCharge = (fact: Pick<SubscriptionFact, 'status'>): boolean =>
  !ended.includes(fact.status)

/**
 * Of several subscriptions that carry our id the one that counts: one that lives before one that has
 * ended, the one that is known before another, the oldest of those. Pure.
 */
export function mainOf(
  facts: readonly SubscriptionFact[],
  knownId: string | null,
): SubscriptionFact | null {
  const rank = (fact: SubscriptionFact) =>
    (mayCharge(fact) ? 0 : 2) + (knownId !== null && fact.id !== knownId ? 1 : 0)
  const [first] = [...facts].sort(
    (a, b) =>
      rank(a) - rank(b) || a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1),
  )
  return first ?? null
}
