import {
  accountPath,
  type JournalTransaction,
  journalDay,
  journalEntry,
  journalText,
} from '@archway/api/payments/rules/journal'
import { toDecimalString } from '@archway/api/shared/money'
import { csvRow } from '../export/csv-row'
import type { Caller } from '../export/export-table'

/** A way to write the journal: what comes first, and each transaction. */
type JournalFormat = {
  contentType: string
  extension: string
  head: (period: { from: Date; to: Date }) => string
  transaction: (transaction: JournalTransaction) => string
}

/** Columns that QuickBooks, Xero and their like map by themselves, then those that say more. */
const columns = [
  'JournalNo',
  'JournalDate',
  'AccountName',
  'Debits',
  'Credits',
  'Currency',
  'Description',
  'Name',
  'Kind',
  'StripeId',
  'Order',
  'TransactionId',
  'PostedAt',
]

function csvRows(transaction: JournalTransaction): string {
  return transaction.entries
    .map(({ account, owner, currency, amountMinor }) => {
      const size = amountMinor < 0n ? -amountMinor : amountMinor
      const amount = { decimal: toDecimalString({ amountMinor: size, currency }) }
      return csvRow([
        transaction.journalNo,
        journalDay(transaction.occurredAt),
        accountPath(account, owner),
        amountMinor > 0n ? amount : null,
        amountMinor < 0n ? amount : null,
        currency,
        journalText(transaction),
        owner?.name,
        transaction.kind,
        transaction.externalId,
        transaction.orderNumber,
        transaction.id,
        transaction.postedAt,
      ])
    })
    .join('')
}

const formats: Record<string, JournalFormat> = {
  csv: {
    contentType: 'text/csv; charset=utf-8',
    extension: 'csv',
    head: () => csvRow(columns),
    transaction: csvRows,
  },
  journal: {
    contentType: 'text/plain; charset=utf-8',
    extension: 'journal',
    head: ({ from, to }) =>
      `; Ledger from ${journalDay(from)} to before ${journalDay(to)}, for hledger and Ledger\n\n`,
    transaction: journalEntry,
  },
}

/** The format of a name, or null when there is none. */
export const findJournalFormat = (name: string): JournalFormat | null =>
  Object.hasOwn(formats, name) ? (formats[name] ?? null) : null

/** The journal of a time as a stream, read part by part while it is being sent. */
export function journalStream(
  format: JournalFormat,
  api: Caller,
  period: { from: Date; to: Date },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let isFirst = true
  let after: { occurredAt: Date; id: string } | undefined
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { transactions, next } = await api.payments.adminLedgerJournal({ ...period, after })
      const text = transactions.map(format.transaction).join('')
      controller.enqueue(encoder.encode((isFirst ? format.head(period) : '') + text))
      isFirst = false
      if (next) after = next
      else controller.close()
    },
  })
}
