import type { FactDto } from '../schema/facts'

type Valued = Pick<FactDto, 'valueLow' | 'valueHigh' | 'unit' | 'currency'>

/**
 * A fact's figure, ready to be written in the reader's locale. `low` and `high` are equal for a single
 * value; percentages are in percent (62 means 62 %); money is in whole units of the currency.
 */
export type FactFigure = { low: number; high: number } & (
  | { type: 'money'; currency: string }
  | { type: 'percent' }
  | { type: 'count'; unit: string }
)

/** The figure of a fact, or null for a fact in words. Pure. */
export function factFigure({ valueLow, valueHigh, unit, currency }: Valued): FactFigure | null {
  if (valueLow === null || valueHigh === null) return null
  const range = { low: valueLow, high: valueHigh }
  if (currency !== null) return { ...range, type: 'money', currency }
  if (unit === 'percent') return { ...range, type: 'percent' }
  return { ...range, type: 'count', unit: unit ?? '' }
}

/** How often money is paid, read from the fact's period ("per month, 2024"); a year unless it says so. */
export const payPeriod = (period: string | null): 'month' | 'year' =>
  period !== null && /^per month\b/.test(period) ? 'month' : 'year'
