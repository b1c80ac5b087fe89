import type { MembershipPeriod } from '@archway/api/subscriptions/states'

/** Where a plan is looked at before it is paid for: which one, never what it costs. */
export const membershipCheckoutPath = (period: MembershipPeriod, currency: string): string =>
  `/membership/checkout?${new URLSearchParams({ period, currency })}`
