import type { MembershipPeriod } from '../states'

export type PlanPrices = {
  currency: string
  perMonthMinor: bigint | null
  perYearMinor: bigint | null
}
type PlanPrice = { currency: string; period: MembershipPeriod; amountMinor: bigint }

/** The plans of rows that name both prices of a currency. Pure. */
export const plansOf = (rows: readonly PlanPrices[]): PlanPrice[] =>
  rows.flatMap(({ currency, perMonthMinor, perYearMinor }) => [
    ...(perMonthMinor === null
      ? []
      : [{ currency, period: 'per_month' as const, amountMinor: perMonthMinor }]),
    ...(perYearMinor === null
      ? []
      : [{ currency, period: 'per_year' as const, amountMinor: perYearMinor }]),
  ])

/** The other way: one row for each currency, in the sequence of their names. Pure. */
export function rowsOf(plans: readonly PlanPrice[]): PlanPrices[] {
  const amountOf = (code: string, period: MembershipPeriod) =>
    plans.find((plan) => plan.currency === code && plan.period === period)?.amountMinor ?? null
  return [...new Set(plans.map(({ currency }) => currency))].sort().map((currency) => ({
    currency,
    perMonthMinor: amountOf(currency, 'per_month'),
    perYearMinor: amountOf(currency, 'per_year'),
  }))
}
