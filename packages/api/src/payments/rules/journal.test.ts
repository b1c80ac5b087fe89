import { expect, test } from 'vitest'
import { type JournalTransaction, journalEntry } from './journal'

const transaction: JournalTransaction = {
  id: '019a0000-0000-7000-8000-000000000000',
  journalNo: 7n,
  kind: 'charge_fee',
  externalId: 'ch_1',
  orderNumber: 42,
  occurredAt: new Date('2026-06-01T23:59:59Z'),
  postedAt: new Date('2026-06-02T00:00:00Z'),
  entries: [
    { account: 'processor_fees', owner: null, currency: 'USD', amountMinor: 172n },
    {
      account: 'provider_payable',
      owner: { slug: 'acme-ai', name: 'Acme  ; "AI"\n' },
      currency: 'USD',
      amountMinor: -172n,
    },
  ],
}

test('writes a transaction as plain-text accounting reads it', () => {
  const lines = journalEntry(transaction).split('\n')
  expect(lines[0]).toBe('2026-06-01 * (ch_1) charge fee, order 42')
  expect(lines[1]).toBe('    ; transaction: 019a0000-0000-7000-8000-000000000000')
  expect(lines[2]).toMatch(/^ {4}expenses:payment fees {2,}1\.72 USD$/)
  expect(lines[3]).toMatch(/^ {4}liabilities:owed to providers:acme-ai {2,}-1\.72 USD$/)
  expect(lines.slice(4)).toEqual(['', ''])
})

test('nothing from outside ends a line, a code or an account', () => {
  const text = journalEntry({ ...transaction, externalId: 'x) y ; z\n  assets:mine  1 USD' })
  expect(text.split('\n')).toHaveLength(6)
  expect(text).toContain('(x__y___z___assets:mine__1_USD)')
})

test.each([
  ['JPY', 500n, '500 JPY'],
  ['KWD', -1n, '-0.001 KWD'],
])('keeps the decimals of %s', (currency, amountMinor, text) => {
  const entries = [{ account: 'stripe_balance' as const, owner: null, currency, amountMinor }]
  expect(journalEntry({ ...transaction, entries })).toContain(` ${text}\n`)
})
