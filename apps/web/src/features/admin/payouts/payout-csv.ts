import { toDecimalString } from '@archway/api/shared/money'
import type { AdminOutput } from '../admin-output'
import { csvRow } from '../export/csv-row'

/** The statement of a payout as CSV: its parts, and its amount as their sum in the last row. */
export function payoutCsv(payout: AdminOutput['payouts']['get']): string {
  const { currency } = payout
  const decimal = (amountMinor: bigint) => ({ decimal: toDecimalString({ amountMinor, currency }) })
  return [
    csvRow(['Date', 'Kind', 'Order', 'Titles', 'Share', 'Currency']),
    ...payout.parts.map((part) =>
      csvRow([
        part.occurredAt,
        part.kind,
        part.orderNumber,
        part.titles.join('; '),
        decimal(part.amountMinor),
        currency,
      ]),
    ),
    csvRow([payout.sentAt, 'total', null, null, decimal(payout.amountMinor), currency]),
  ].join('')
}
