import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareOf } from '../../shared/money'
import {
  type AllocatedRefund,
  allocateRefund,
  isLineTaken,
  refundedPerLine,
} from './allocate-refund'
import { derivePostings } from './derive-postings'
import type { DisputeFact, RefundFact, StripeFacts } from './facts'
import type { LedgerLine, PostingInput } from './ledger-book'
import type { Posting } from './posting'

const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 12, minute))
const balance = (id: string, amountMinor: bigint, feeMinor = 0n, minute = 0) => ({
  id,
  amountMinor,
  feeMinor,
  currency: 'USD',
  createdAt: at(minute),
})

const lineArb = fc
  .record({
    amountMinor: fc.bigInt({ min: 1n, max: 1_000_000n }),
    taxBps: fc.bigInt({ min: 0n, max: 10_000n }),
    shareBps: fc.integer({ min: 0, max: 10_000 }),
    providerBps: fc.option(fc.bigInt({ min: 0n, max: 10_000n })),
  })
  .map(({ taxBps, providerBps, ...line }) => {
    const taxMinor = (line.amountMinor * taxBps) / (10_000n + taxBps)
    const providerMinor =
      providerBps === null ? null : ((line.amountMinor - taxMinor) * providerBps) / 10_000n
    return { ...line, taxMinor, providerMinor }
  })
const linesArb = fc
  .array(lineArb, { minLength: 1, maxLength: 4 })
  .map((lines) =>
    lines.map((line, i): LedgerLine => ({ ...line, id: `line-${i}`, providerId: `provider-${i}` })),
  )

const totalOf = (lines: readonly LedgerLine[]) =>
  lines.reduce((sum, line) => sum + line.amountMinor, 0n)

const charged = (lines: readonly LedgerLine[]): StripeFacts => ({
  session: null,
  intent: null,
  charges: [
    {
      id: 'ch_1',
      status: 'succeeded',
      amountMinor: totalOf(lines),
      currency: 'USD',
      failureCode: null,
      failureMessage: null,
      cardBrand: null,
      cardLast4: null,
      cardCountry: null,
      billingName: null,
      billingAddress: null,
      createdAt: at(0),
      balance: balance('txn_c', totalOf(lines), 59n),
    },
  ],
  refunds: [],
  disputes: [],
})

const refundOf = (index: number, amountMinor: bigint, hasFailed = false): RefundFact => ({
  id: `re_${index}`,
  chargeId: 'ch_1',
  amountMinor,
  currency: 'USD',
  status: hasFailed ? 'failed' : 'succeeded',
  reason: null,
  commandId: null,
  createdAt: at(index + 1),
  balance: balance(`txn_r${index}`, -amountMinor, 0n, index + 1),
  failureBalance: hasFailed ? balance(`txn_f${index}`, amountMinor, 0n, index + 30) : null,
})

const disputeOf = (status: string, amountMinor: bigint, isReturned = false): DisputeFact => ({
  id: 'dp_1',
  chargeId: 'ch_1',
  amountMinor,
  currency: 'USD',
  status,
  reason: 'fraudulent',
  evidenceDueBy: null,
  networkCode: null,
  hasEvidence: false,
  submissions: 0,
  isLate: false,
  createdAt: at(40),
  balances: [
    balance('txn_d', -amountMinor, 1500n, 40),
    ...(isReturned ? [balance('txn_dr', amountMinor, 0n, 41)] : []),
  ],
})

function allocated(lines: readonly LedgerLine[], refunds: readonly RefundFact[]) {
  const done: AllocatedRefund[] = []
  for (const refund of refunds) {
    done.push({ ...refund, allocations: allocateRefund(lines, done, refund.amountMinor, []) })
  }
  return done
}

function post(lines: readonly LedgerLine[], facts: StripeFacts, posted: Posting[] = []) {
  const input: PostingInput = {
    lines,
    facts,
    allocations: new Map(
      allocated(lines, facts.refunds).map((refund) => [refund.id, refund.allocations]),
    ),
    posted,
    isUnapplied: false,
    now: at(50),
  }
  return [...posted, ...derivePostings(input)]
}

const sumOf = (postings: readonly Posting[], account: string) =>
  postings
    .flatMap((posting) => posting.entries)
    .filter((entry) => entry.account === account)
    .reduce((sum, entry) => sum + entry.amountMinor, 0n)

const expectBalanced = (postings: readonly Posting[]) => {
  for (const posting of postings) {
    expect(posting.entries.reduce((sum, entry) => sum + entry.amountMinor, 0n)).toBe(0n)
    expect(posting.entries.every((entry) => entry.amountMinor !== 0n)).toBe(true)
  }
}

/** Cuts an amount into parts that sum to at most it. */
const partsArb = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 })
const cut = (total: bigint, weights: readonly number[]) =>
  weights.map((weight) => (total * BigInt(weight)) / 400n).filter((part) => part > 0n)

/** Of what is paid for a line, tax aside, the provider's part. */
const shareIn = (line: LedgerLine) =>
  line.providerMinor ?? shareOf(line.amountMinor - line.taxMinor, line.shareBps)

describe('derivePostings', () => {
  test('a sale: the provider gets its share of each line, the platform the rest, exactly', () => {
    fc.assert(
      fc.property(linesArb, (lines) => {
        const postings = post(lines, charged(lines))
        expectBalanced(postings)
        const share = lines.reduce((sum, line) => sum + shareIn(line), 0n)
        const tax = lines.reduce((sum, line) => sum + line.taxMinor, 0n)
        expect(sumOf(postings, 'provider_payable')).toBe(-share)
        expect(sumOf(postings, 'tax_payable')).toBe(-tax)
        expect(sumOf(postings, 'platform_revenue')).toBe(share + tax - totalOf(lines))
        expect(sumOf(postings, 'stripe_balance')).toBe(totalOf(lines) - 59n)
      }),
    )
  })

  test('any refunds: owed is what was kept, to the unit; all of it back leaves nothing', () => {
    fc.assert(
      fc.property(linesArb, partsArb, fc.boolean(), (lines, weights, isComplete) => {
        const parts = cut(totalOf(lines), weights)
        const rest = totalOf(lines) - parts.reduce((sum, part) => sum + part, 0n)
        const amounts = isComplete && rest > 0n ? [...parts, rest] : parts
        const refunds = amounts.map((amount, index) => refundOf(index, amount))
        const postings = post(lines, { ...charged(lines), refunds })
        expectBalanced(postings)
        const taken = refundedPerLine(lines, allocated(lines, refunds))
        const left = (of: (line: LedgerLine) => bigint) =>
          lines.reduce(
            (sum, line, i) => sum + of(line) - (of(line) * (taken[i] ?? 0n)) / line.amountMinor,
            0n,
          )
        const owed = left(shareIn)
        const tax = left((line) => line.taxMinor)
        expect(sumOf(postings, 'provider_payable')).toBe(-owed)
        expect(sumOf(postings, 'tax_payable')).toBe(-tax)
        if (isComplete) expect([owed, tax]).toEqual([0n, 0n])
      }),
    )
  })

  test('one look or many, the books come to the same, and nothing is posted twice', () => {
    fc.assert(
      fc.property(linesArb, partsArb, fc.array(fc.boolean()), (lines, weights, failures) => {
        const amounts = cut(totalOf(lines), weights)
        const final = amounts.map((amount, i) => refundOf(i, amount, failures[i] ?? false))
        const facts = charged(lines)
        const atOnce = post(lines, { ...facts, refunds: final })
        let stepwise = post(lines, facts)
        amounts.forEach((_, i) => {
          const seen = final
            .slice(0, i + 1)
            .map((row) => ({ ...row, status: 'succeeded', failureBalance: null }))
          stepwise = post(lines, { ...facts, refunds: seen }, stepwise)
        })
        stepwise = post(lines, { ...facts, refunds: final }, stepwise)
        expectBalanced(stepwise)
        expect(post(lines, { ...facts, refunds: final }, stepwise)).toEqual(stepwise)
        const keys = stepwise.map((posting) => `${posting.kind} ${posting.externalId}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.sort()).toEqual(
          atOnce.map((posting) => `${posting.kind} ${posting.externalId}`).sort(),
        )
        const accounts = ['stripe_balance', 'platform_revenue', 'provider_payable', 'tax_payable']
        for (const account of accounts) {
          expect(Math.abs(Number(sumOf(stepwise, account) - sumOf(atOnce, account)))).toBeLessThan(
            account === 'stripe_balance' ? 1 : 2 * lines.length + 1,
          )
        }
      }),
    )
  })

  test('a lost dispute takes the provider’s share; an appeal that is won gives it back', () => {
    fc.assert(
      fc.property(linesArb, fc.bigInt({ min: 0n, max: 100n }), (lines, percent) => {
        const total = totalOf(lines)
        const part = (total * percent) / 400n
        const refunds = part > 0n ? [refundOf(0, part)] : []
        const facts = { ...charged(lines), refunds }
        const before = post(lines, facts)
        const amount = total - part
        const open = post(
          lines,
          { ...facts, disputes: [disputeOf('needs_response', amount)] },
          before,
        )
        expect(sumOf(open, 'dispute_receivable')).toBe(amount)
        const lost = post(lines, { ...facts, disputes: [disputeOf('lost', amount)] }, open)
        expectBalanced(lost)
        expect(sumOf(lost, 'dispute_receivable')).toBe(0n)
        expect(sumOf(lost, 'provider_payable')).toBe(0n)
        expect(sumOf(lost, 'tax_payable')).toBe(0n)
        const again = post(lines, { ...facts, disputes: [disputeOf('lost', amount)] }, lost)
        expect(again).toEqual(lost)
        const won = post(lines, { ...facts, disputes: [disputeOf('won', amount, true)] }, lost)
        expectBalanced(won)
        expect(sumOf(won, 'provider_payable')).toBe(sumOf(before, 'provider_payable'))
        expect(sumOf(won, 'tax_payable')).toBe(sumOf(before, 'tax_payable'))
        expect(sumOf(won, 'dispute_losses')).toBe(0n)
        expect(sumOf(won, 'dispute_receivable')).toBe(0n)
        expect(sumOf(won, 'stripe_balance')).toBe(sumOf(before, 'stripe_balance') - 1500n)
      }),
    )
  })

  test('another settlement currency: whole units there, nothing left after a full refund', () => {
    const lines = [
      {
        id: 'a',
        amountMinor: 1000n,
        taxMinor: 0n,
        providerId: 'p',
        shareBps: 7000,
        providerMinor: null,
      },
      {
        id: 'b',
        amountMinor: 2333n,
        taxMinor: 436n,
        providerId: 'q',
        shareBps: 6550,
        providerMinor: null,
      },
    ]
    const facts = charged(lines)
    const settled = {
      ...facts,
      charges: facts.charges.map((charge) => ({
        ...charge,
        balance: { ...balance('txn_c', 3071n, 118n), currency: 'EUR' },
      })),
      refunds: [
        { ...refundOf(0, 3333n), balance: { ...balance('txn_r', -3102n), currency: 'EUR' } },
      ],
    }
    const postings = post(lines, settled)
    expectBalanced(postings)
    expect(sumOf(postings, 'provider_payable')).toBe(0n)
    expect(sumOf(postings, 'tax_payable')).toBe(0n)
    expect(sumOf(postings, 'stripe_balance')).toBe(3071n - 118n - 3102n)
    expect(postings.flatMap((p) => p.entries).every((e) => e.currency === 'EUR')).toBe(true)
  })

  test('nothing is posted before Stripe has made the balance transaction', () => {
    const lines = [
      {
        id: 'a',
        amountMinor: 1000n,
        taxMinor: 0n,
        providerId: 'p',
        shareBps: 7000,
        providerMinor: null,
      },
    ]
    const facts = charged(lines)
    const charges = facts.charges.map((charge) => ({ ...charge, balance: null }))
    expect(post(lines, { ...facts, charges })).toEqual([])
  })
})

describe('allocateRefund', () => {
  test('sums to the refund, never more than is left of a line, whatever came before', () => {
    fc.assert(
      fc.property(linesArb, partsArb, (lines, weights) => {
        const refunds = cut(totalOf(lines), weights).map((amount, i) => refundOf(i, amount))
        const done = allocated(lines, refunds)
        for (const refund of done) {
          const sum = refund.allocations.reduce((total, part) => total + part.amountMinor, 0n)
          expect(sum).toBe(refunds.find((row) => row.id === refund.id)?.amountMinor)
        }
        refundedPerLine(lines, done).forEach((taken, i) => {
          expect(taken <= (lines[i]?.amountMinor ?? 0n)).toBe(true)
        })
      }),
    )
  })

  test('a refund that nobody allocated never takes a line by itself', () => {
    const line = { id: 'a', amountMinor: 1000n }
    const whole = { orderLineId: 'a', amountMinor: 1000n }
    const stray = { id: 're_1', status: 'succeeded', commandId: null, allocations: [whole] }
    expect(isLineTaken(line, [stray])).toBe(false)
    const ours = { ...stray, commandId: 'c' }
    expect(isLineTaken(line, [ours])).toBe(true)
    expect(isLineTaken(line, [{ ...ours, status: 'failed' }])).toBe(false)
    const short = { ...ours, allocations: [{ ...whole, amountMinor: 999n }] }
    expect(isLineTaken(line, [short])).toBe(false)
  })
})
