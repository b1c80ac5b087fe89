import { parseMoney, toDecimalString } from '@archway/api/shared/money'
import type { ComboboxItem } from '@archway/ui/combobox'
import type { AdminOutput } from '../admin-output'
import type { Row } from '../editor/row-list'
import { withRowId } from '../editor/with-row-id'

export type AdminPlans = AdminOutput['subscriptions']['adminPlans']
export type AdminMembership = NonNullable<AdminPlans['membership']>

/** The membership as its form holds it: amounts are text while they are typed; empty is not sold that way. */
export type PlanValues = {
  title: string
  summary: string
  /** chosen once, when it is drawn up */
  provider: ComboboxItem | null
  prices: (Row & { currency: string; perMonth: string; perYear: string })[]
}

export const emptyPlans: PlanValues = {
  title: '',
  summary: '',
  provider: null,
  prices: [{ id: 'first', currency: 'USD', perMonth: '', perYear: '' }],
}

export const valuesOf = ({ title, summary, rows }: AdminMembership): PlanValues => {
  const text = (currency: string, amountMinor: bigint | null) =>
    amountMinor === null ? '' : toDecimalString({ currency, amountMinor })
  return {
    title,
    summary,
    provider: null,
    prices: rows.map(({ currency, perMonthMinor, perYearMinor }, place) =>
      withRowId(
        {
          currency,
          perMonth: text(currency, perMonthMinor),
          perYear: text(currency, perYearMinor),
        },
        place,
      ),
    ),
  }
}

/** What a save sends. Zero for an amount that cannot be read, which the schema refuses beside the field. */
export const inputOf = ({ title, summary, prices }: PlanValues) => {
  const amount = (text: string, currency: string) =>
    text.trim() === '' ? null : (parseMoney(text, currency) ?? 0n)
  return {
    title,
    summary,
    prices: prices.map(({ currency, perMonth, perYear }) => ({
      currency,
      perMonthMinor: amount(perMonth, currency),
      perYearMinor: amount(perYear, currency),
    })),
  }
}
