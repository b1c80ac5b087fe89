import { expect, test } from 'vitest'
import { payoutCsv } from './payout-csv'

test('the parts of a statement add up to its last row, in every currency', () => {
  const at = new Date('2026-06-02T10:00:00Z')
  const part = { ledgerEntryId: 1n, kind: 'charge', occurredAt: at, orderId: null, titles: [] }
  for (const [currency, shares, sum] of [
    ['USD', ['70.00', '-35.50'], '34.50'],
    ['JPY', ['7000', '-3550'], '3450'],
    ['KWD', ['7.000', '-3.550'], '3.450'],
  ] as const) {
    const csv = payoutCsv({
      id: '019a0000-0000-7000-8000-000000000000',
      number: 1,
      providerId: 'p',
      provider: 'P',
      currency,
      amountMinor: 3450n,
      reversedMinor: 0n,
      state: 'sent',
      reason: null,
      periodFrom: at,
      periodTo: at,
      sentAt: at,
      bankArrivesOn: null,
      createdAt: at,
      accountId: null,
      stripeTransferId: null,
      bankPayoutId: null,
      parts: [
        { ...part, orderNumber: 7, amountMinor: 7000n },
        { ...part, kind: 'refund', orderNumber: 7, amountMinor: -3550n },
      ],
    })
    const rows = csv.trim().split(/\r?\n/)
    expect(rows).toHaveLength(4)
    for (const share of shares) expect(csv).toContain(`${share},${currency}`)
    expect(rows.at(-1)).toContain(`${sum},${currency}`)
  }
})
