import { toDecimalString } from '@archway/api/shared/money'
import { csvRow } from '../export/csv-row'
import type { TaxReport } from './report-table'

/** The report as a CSV file: amounts as exact decimals, one line for each country, rate and currency. */
export function reportCsv({ rows, sums }: TaxReport): string {
  const head = csvRow([
    'country',
    'treatment',
    'name',
    'rate',
    'currency',
    'documents',
    'net',
    'tax',
  ])
  const amount = (amountMinor: bigint, currency: string) => ({
    decimal: toDecimalString({ amountMinor, currency }),
  })
  const lines = rows.map((row) =>
    csvRow([
      row.country,
      row.reason,
      row.name,
      row.rateBps === null ? null : { decimal: String(row.rateBps / 100) },
      row.currency,
      row.documents,
      amount(row.netMinor, row.currency),
      amount(row.taxMinor, row.currency),
    ]),
  )
  const totals = sums.map((sum) =>
    csvRow([
      null,
      'sum',
      null,
      null,
      sum.currency,
      null,
      amount(sum.netMinor, sum.currency),
      amount(sum.taxMinor, sum.currency),
    ]),
  )
  return [head, ...lines, ...totals].join('')
}
