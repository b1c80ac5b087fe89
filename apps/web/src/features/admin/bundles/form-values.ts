import { parseMoney, toDecimalString } from '@archway/api/shared/money'
import type { ComboboxItem } from '@archway/ui/combobox'
import type { AdminOutput } from '../admin-output'
import type { Row } from '../editor/row-list'
import { withRowId } from '../editor/with-row-id'

export type AdminBundle = AdminOutput['bundles']['adminGet']

/** A bundle as its form holds it: amounts are text while they are typed. */
export type BundleValues = {
  title: string
  summary: string
  offerings: ComboboxItem[]
  prices: (Row & { currency: string; amount: string })[]
}

export const emptyBundle: BundleValues = {
  title: '',
  summary: '',
  offerings: [],
  prices: [{ id: 'first', currency: 'USD', amount: '' }],
}

export const valuesOf = (bundle: AdminBundle): BundleValues => ({
  title: bundle.title,
  summary: bundle.summary,
  offerings: bundle.offerings.map(({ id, title }) => ({ value: id, label: title })),
  prices: bundle.prices.map((price, place) =>
    withRowId({ currency: price.currency, amount: toDecimalString(price) }, place),
  ),
})

/** What a save sends. Zero for an amount that cannot be read, which the schema refuses beside the field. */
export const inputOf = ({ title, summary, offerings, prices }: BundleValues) => ({
  title,
  summary,
  offeringIds: offerings.map(({ value }) => value),
  prices: prices.map(({ currency, amount }) => ({
    currency,
    amountMinor: parseMoney(amount, currency) ?? 0n,
  })),
})
