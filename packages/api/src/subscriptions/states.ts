/**
 * What a subscription's facts amount to. `held`: Stripe says something that is not known here.
 * `duplicate`: the same person has another one that lives; this one is being undone.
 */
export const subscriptionStatuses = [
  'pending',
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'paused',
  'held',
  'ended',
  'duplicate',
  'expired',
] as const
export type SubscriptionStatus = (typeof subscriptionStatuses)[number]

/** A person has at most one subscription in these: a partial unique index says so. */
export const liveStatuses = [
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'paused',
  'held',
] as const satisfies SubscriptionStatus[]

export const isLiveStatus = (status: SubscriptionStatus): boolean =>
  (liveStatuses as readonly SubscriptionStatus[]).includes(status)

/** Why a person has to look at a subscription. */
export const subscriptionReviews = [
  'unknown_status',
  'second_subscription',
  'checkout_failed',
  'command_failed',
  'amount_mismatch',
] as const
export type SubscriptionReview = (typeof subscriptionReviews)[number]

/** How often it is paid. */
export const membershipPeriods = ['per_month', 'per_year'] as const
export type MembershipPeriod = (typeof membershipPeriods)[number]
