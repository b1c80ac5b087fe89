import type { JournalTransaction } from '@archway/api/payments/rules/journal'
import { expect, test } from 'vitest'
import type { Caller } from '../export/export-table'
import { findJournalFormat, journalStream } from './journal-stream'

const period = { from: new Date('2026-06-01T00:00:00Z'), to: new Date('2026-07-01T00:00:00Z') }

const sale = (number: number): JournalTransaction => ({
  id: `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  journalNo: BigInt(number),
  kind: 'charge',
  externalId: `ch_${number}`,
  orderNumber: number,
  occurredAt: new Date('2026-06-02T10:00:00Z'),
  postedAt: new Date('2026-06-02T10:00:01Z'),
  entries: [
    { account: 'stripe_balance', owner: null, currency: 'USD', amountMinor: 4900n },
    {
      account: 'provider_payable',
      owner: { slug: 'acme', name: '=HYPERLINK("https://example.test")' },
      currency: 'USD',
      amountMinor: -4900n,
    },
  ],
})

/** Procedures that give the journal in parts of two. */
function partsOf(count: number) {
  const asked: (string | undefined)[] = []
  const api = {
    payments: {
      adminLedgerJournal: async ({ after }: { after?: { id: string } }) => {
        asked.push(after?.id)
        const first = after ? Number(after.id.slice(-12)) + 1 : 1
        const transactions = [first, first + 1].filter((number) => number <= count).map(sale)
        const last = transactions.at(-1)
        return { transactions, next: last && transactions.length === 2 ? last : null }
      },
    },
  }
  return { api: api as unknown as Caller, asked }
}

async function textOf(name: string, count: number) {
  const format = findJournalFormat(name)
  if (!format) throw new Error(`no format ${name}`)
  const { api, asked } = partsOf(count)
  return { text: await new Response(journalStream(format, api, period)).text(), asked }
}

test('part follows part until the last, and every transaction is there once', async () => {
  const { text, asked } = await textOf('journal', 5)
  expect(asked).toHaveLength(3)
  expect(text.match(/\(ch_\d\)/g)).toEqual(['(ch_1)', '(ch_2)', '(ch_3)', '(ch_4)', '(ch_5)'])
  expect(text.startsWith('; Ledger from 2026-06-01 to before 2026-07-01')).toBe(true)
})

test('the CSV has debits beside credits, and runs nothing in a spreadsheet', async () => {
  const { text } = await textOf('csv', 1)
  const [head, debit, credit] = text.trimEnd().split('\r\n')
  expect(head).toMatch(
    /^JournalNo,JournalDate,AccountName,Debits,Credits,Currency,Description,Name/,
  )
  expect(debit).toMatch(/^1,2026-06-02,assets:stripe balance,49\.00,,USD,"charge, order 1",,charge/)
  expect(credit).toContain('liabilities:owed to providers:acme,,49.00,USD')
  expect(credit).toContain(`"'=HYPERLINK(`)
})

test('an empty time is its heading; other formats there are none', async () => {
  expect((await textOf('csv', 0)).text.trimEnd().split('\r\n')).toHaveLength(1)
  expect(findJournalFormat('toString')).toBeNull()
})
