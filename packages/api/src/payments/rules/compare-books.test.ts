import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bookKinds,
  compareBooks,
  type Movement,
  type StripeMovement,
  toMovement,
} from './compare-books'

const at = new Date('2026-06-01T12:00:00Z')
const charge: StripeMovement = {
  id: 'txn_1',
  category: 'charge',
  sourceId: 'ch_1',
  netMinor: 4728n,
  currency: 'USD',
  createdAt: at,
  orderId: 'order',
  paymentIntentId: null,
}
const booked = (row: StripeMovement): Movement => {
  const movement = toMovement(row)
  if (!movement) throw new Error('kept outside')
  return movement
}

describe('compareBooks', () => {
  test('the same on both sides is no difference', () => {
    expect(compareBooks([charge], [booked(charge)])).toEqual({
      differences: [],
      sums: [{ currency: 'USD', stripeMinor: 4728n, ledgerMinor: 4728n, outsideMinor: 0n }],
    })
  })

  test.each([
    { name: 'missing in the ledger', stripe: [charge], ledger: [], sides: [4728n, 0n] },
    { name: 'unknown to Stripe', stripe: [], ledger: [booked(charge)], sides: [0n, 4728n] },
    {
      name: 'of another amount',
      stripe: [charge],
      ledger: [{ ...booked(charge), amountMinor: 4900n }],
      sides: [4728n, 4900n],
    },
  ])('$name', ({ stripe, ledger, sides }) => {
    const { differences } = compareBooks(stripe, ledger)
    expect(differences).toMatchObject([
      { kind: 'charge', externalId: 'ch_1', stripeMinor: sides[0], ledgerMinor: sides[1] },
    ])
  })

  test('two errors that cancel each other out are two differences', () => {
    const other = { ...charge, id: 'txn_2', sourceId: 'ch_2' }
    const ledger = [
      { ...booked(charge), amountMinor: 4727n },
      { ...booked(other), amountMinor: 4729n },
    ]
    const { differences, sums } = compareBooks([charge, other], ledger)
    expect(differences).toHaveLength(2)
    expect(sums[0]?.stripeMinor).toBe(sums[0]?.ledgerMinor)
  })

  test('the same amount in another currency is no match', () => {
    const euros = { ...booked(charge), currency: 'EUR' }
    expect(compareBooks([charge], [euros]).differences).toHaveLength(2)
  })

  test('a refund and its failure are told apart although they have one source', () => {
    const refund = { ...charge, id: 'txn_3', category: 'refund', sourceId: 're_1', netMinor: -500n }
    const failure = { ...refund, id: 'txn_4', category: 'refund_failure', netMinor: 500n }
    expect(compareBooks([refund, failure], [booked(refund)]).differences).toMatchObject([
      { kind: 'refund_failed', externalId: 're_1', stripeMinor: 500n },
    ])
  })

  test('payouts are kept elsewhere; a category that nobody knows is seen', () => {
    const payout = { ...charge, id: 'txn_5', category: 'payout', netMinor: -4000n }
    const news = { ...charge, id: 'txn_6', category: 'something_new', netMinor: -7n }
    const { differences, sums } = compareBooks([payout, news], [])
    expect(differences).toMatchObject([{ kind: 'other', externalId: 'txn_6', stripeMinor: -7n }])
    expect(sums).toMatchObject([{ outsideMinor: -4000n, stripeMinor: -7n }])
  })

  test('whatever is changed on one side is found, and nothing else', () => {
    const movement = fc.record({
      kind: fc.constantFrom(...bookKinds),
      externalId: fc.uuid(),
      currency: fc.constantFrom('USD', 'EUR', 'JPY'),
      amountMinor: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      occurredAt: fc.constant(at),
      orderId: fc.constant(null),
      paymentIntentId: fc.constant(null),
    })
    const rows = fc.uniqueArray(movement, { selector: (row) => row.externalId, maxLength: 20 })
    fc.assert(
      fc.property(rows, fc.nat(), fc.bigInt({ min: 1n, max: 1000n }), (ledger, pick, error) => {
        const categories = {
          charge: 'charge',
          refund: 'refund',
          refund_failed: 'refund_failure',
          dispute: 'dispute',
          transfer: 'transfer',
          transfer_reversal: 'transfer_reversal',
          other: 'news',
        }
        const stripe = ledger.map(
          (row): StripeMovement => ({
            id: row.externalId,
            sourceId: row.externalId,
            category: categories[row.kind],
            netMinor: row.amountMinor,
            currency: row.currency,
            createdAt: at,
            orderId: null,
            paymentIntentId: null,
          }),
        )
        expect(compareBooks(stripe, ledger).differences).toEqual([])
        const index = ledger.length === 0 ? -1 : pick % ledger.length
        const wrong = stripe.map((row, at) =>
          at === index ? { ...row, netMinor: row.netMinor + error } : row,
        )
        expect(compareBooks(wrong, ledger).differences.map((row) => row.externalId)).toEqual(
          ledger[index] ? [ledger[index].externalId] : [],
        )
        const accepted = compareBooks(wrong, ledger, compareBooks(wrong, ledger).differences)
        expect(accepted.differences).toEqual([])
        for (const sum of accepted.sums) expect(sum.stripeMinor).toBe(sum.ledgerMinor)
      }),
    )
  })
})
