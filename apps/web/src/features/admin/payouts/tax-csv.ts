import { toDecimalString } from '@archway/api/shared/money'
import type { AdminOutput } from '../admin-output'
import { csvRow } from '../export/csv-row'

/**
 * The totals of a year's quarters as CSV. Legal name, address and tax number are at Stripe, under the account that is
 * named, and not here.
 */
export function taxCsv(rows: AdminOutput['payouts']['taxTotals']): string {
  return [
    csvRow([
      'Year',
      'Quarter',
      'Provider',
      'Country',
      'StripeAccount',
      'TaxNumberAtStripe',
      'Sales',
      'Credited',
      'TakenBack',
      'PaidOut',
      'Currency',
    ]),
    ...rows.map((row) => {
      const decimal = (amountMinor: bigint) => ({
        decimal: toDecimalString({ amountMinor, currency: row.currency }),
      })
      return csvRow([
        row.year,
        row.quarter,
        row.provider,
        row.country,
        row.accountId,
        row.hasTaxId ? 'yes' : 'no',
        row.sales,
        decimal(row.soldMinor),
        decimal(row.takenBackMinor),
        decimal(row.paidOutMinor),
        row.currency,
      ])
    }),
  ].join('')
}
