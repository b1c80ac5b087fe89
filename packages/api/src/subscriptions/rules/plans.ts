import { isLiveStatus, type MembershipPeriod, type SubscriptionStatus } from '../states'

/** Days for which a first membership costs nothing. */
export const trialDays = 7

export type Plan = {
  priceId: string
  period: MembershipPeriod
  currency: string
  amountMinor: bigint
}
export type CurrencyPlans = { currency: string; plans: Plan[]; savingPercent: number | null }

/**
 * What a year by the year saves against twelve months, in whole percent rounded down; null when it saves
 * nothing or one of the two is not sold. Pure.
 */
export function savingPercent(
  plans: readonly Pick<Plan, 'period' | 'amountMinor'>[],
): number | null {
  const monthly = plans.find(({ period }) => period === 'per_month')
  const yearly = plans.find(({ period }) => period === 'per_year')
  if (!monthly || !yearly) return null
  const twelve = monthly.amountMinor * 12n
  if (twelve <= yearly.amountMinor) return null
  return Number(((twelve - yearly.amountMinor) * 100n) / twelve)
}

/** The plans by currency, those of each with the month first. Pure. */
export function plansByCurrency(plans: readonly Plan[]): CurrencyPlans[] {
  const currencies = [...new Set(plans.map(({ currency }) => currency))].sort()
  return currencies.map((currency) => {
    const own = plans
      .filter((plan) => plan.currency === currency)
      .sort((a, b) => (a.period < b.period ? -1 : 1))
    return { currency, plans: own, savingPercent: savingPercent(own) }
  })
}

/** The trial is for people who have never been members: a checkout that was left does not count. Pure. */
export const trialDaysFor = (earlier: readonly { status: SubscriptionStatus }[]): number =>
  earlier.every(({ status }) => status === 'expired') ? trialDays : 0

/** The one that lives, or else the last of those that lived. Pure. */
export function currentOf<Row extends { status: SubscriptionStatus; createdAt: Date }>(
  rows: readonly Row[],
): Row | null {
  const newest = [...rows].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
  return (
    newest.find(({ status }) => isLiveStatus(status)) ??
    newest.find(({ status }) => status === 'ended') ??
    null
  )
}

/** The same day and time so many months later; the last day of that month where it has no such day. Pure. */
export function monthsLater(time: Date, months: number): Date {
  const later = new Date(time)
  later.setUTCMonth(later.getUTCMonth() + months)
  // The 31st of January and a month would be the 3rd of March.
  if (later.getUTCDate() !== time.getUTCDate()) later.setUTCDate(0)
  return later
}
