import type { EarningsStatementInput } from '@archway/api/providers/schema'
import { toDecimalString } from '@archway/api/shared/money'
import { csvRow } from '../export/csv-row'
import type { Caller } from '../export/export-table'

const columns = ['Date', 'Kind', 'Order', 'Titles', 'Share', 'Owed', 'Currency']
const pageSize = 200

/** A statement as CSV, read page by page while it is being sent; first and last row are its balances. */
export function statementStream(
  api: Caller,
  input: Omit<EarningsStatementInput, 'page' | 'pageSize'>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const decimal = (amountMinor: bigint) => ({
    decimal: toDecimalString({ amountMinor, currency: input.currency }),
  })
  const balance = (at: Date, kind: string, amountMinor: bigint) =>
    csvRow([at, kind, null, null, null, decimal(amountMinor), input.currency])
  let page = 1
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await api.providers.earningsStatement({ ...input, page, pageSize })
      const isLast = page * pageSize >= part.total
      controller.enqueue(
        encoder.encode(
          [
            ...(page === 1
              ? [csvRow(columns), balance(input.from, 'opening', part.openingMinor)]
              : []),
            ...part.rows.map((row) =>
              csvRow([
                row.occurredAt,
                row.kind,
                row.orderNumber,
                row.titles.join('; '),
                decimal(row.amountMinor),
                decimal(row.balanceMinor),
                input.currency,
              ]),
            ),
            ...(isLast ? [balance(input.to, 'closing', part.closingMinor)] : []),
          ].join(''),
        ),
      )
      page += 1
      if (isLast) controller.close()
    },
  })
}
