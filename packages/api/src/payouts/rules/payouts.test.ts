import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AccountFact,
  type BankPayoutFact,
  lesser,
  type TransferFact,
} from '../../payments/rules/facts'
import { chargeStep } from '../../shared/charge-step'
import { deriveAccount } from './derive-account'
import { deriveBank } from './derive-bank'
import { derivePayout, derivePayoutPostings } from './derive-payout'
import { minimumPayoutMinor, type PayableEntry, planPayout } from './plan-payout'

const ready = { state: 'ready' } as const
const at = (day: number) => new Date(Date.UTC(2026, 5, 1 + day))

/** What can happen to one provider in one currency. */
const happening = fc.record({
  kind: fc.constantFrom('sell', 'refund', 'dispute', 'settle', 'run', 'reverse'),
  pick: fc.nat(50),
  amount: fc.bigInt({ min: 1n, max: 20_000n }),
})
const currencies = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'ISK')

type Entry = PayableEntry & { kind: 'sale' | 'taken' | 'reversal'; payout: number | null }

test('paid out, held, available and debt are what was earned, to the unit, whatever happens', () => {
  let paidRuns = 0
  let debts = 0
  fc.assert(
    fc.property(
      fc.array(happening, { minLength: 5, maxLength: 60 }),
      currencies,
      (happenings, currency) => {
        const entries: Entry[] = []
        const payouts: { amountMinor: bigint; reversedMinor: bigint }[] = []
        const add = (kind: Entry['kind'], amountMinor: bigint, isHeld: boolean) =>
          entries.push({
            id: BigInt(entries.length + 1),
            kind,
            amountMinor,
            isHeld,
            occurredAt: at(entries.length),
            payout: null,
          })
        const any = <T>(rows: T[], pick: number) => rows[pick % Math.max(1, rows.length)]
        for (const { kind, pick, amount } of happenings) {
          const sale = any(
            entries.filter((entry) => entry.kind === 'sale'),
            pick,
          )
          if (kind === 'sell') add('sale', amount * chargeStep(currency), true)
          if (kind === 'refund' && sale) {
            add('taken', -lesser(amount, sale.amountMinor), sale.isHeld)
          }
          if (kind === 'dispute' && sale) sale.isHeld = true
          if (kind === 'settle') for (const entry of entries) entry.isHeld = false
          const payout = any(payouts, pick)
          if (kind === 'reverse' && payout) {
            const left = payout.amountMinor - payout.reversedMinor
            const back = lesser(amount, left)
            payout.reversedMinor += back
            if (back > 0n) add('reversal', back, false)
          }
          if (kind === 'run') {
            const free = entries.filter((entry) => entry.payout === null)
            const plan = planPayout(free, currency, ready, false)
            if (plan.verdict === 'debt') debts += 1
            if (plan.verdict !== 'pay') continue
            paidRuns += 1
            expect(plan.amountMinor >= minimumPayoutMinor(currency)).toBe(true)
            expect(plan.amountMinor % chargeStep(currency)).toBe(0n)
            const ids = new Set(plan.entries.map((entry) => entry.id))
            expect(plan.entries.some((entry) => entry.isHeld)).toBe(false)
            const available = free.filter((entry) => !entry.isHeld)
            expect(plan.amountMinor <= sum(available)).toBe(true)
            const taken = available.filter((entry) => entry.amountMinor < 0n)
            expect(taken.every((entry) => ids.has(entry.id))).toBe(true)
            payouts.push({ amountMinor: plan.amountMinor, reversedMinor: 0n })
            for (const entry of entries) if (ids.has(entry.id)) entry.payout = payouts.length
          }
          expectBalance(entries, payouts)
        }
      },
    ),
    { numRuns: 1000, seed: 20_261_123 },
  )
  // The walk must have been through both, or it would show nothing.
  expect(Math.min(paidRuns, debts)).toBeGreaterThan(20)
})

const sum = (rows: readonly PayableEntry[]) =>
  rows.reduce((total, row) => total + row.amountMinor, 0n)

function expectBalance(
  entries: readonly Entry[],
  payouts: readonly { amountMinor: bigint; reversedMinor: bigint }[],
): void {
  const free = entries.filter((entry) => entry.payout === null)
  const held = sum(free.filter((entry) => entry.isHeld))
  const availableOrDebt = sum(free.filter((entry) => !entry.isHeld))
  const paidOut = payouts.reduce((total, row) => total + row.amountMinor - row.reversedMinor, 0n)
  const earned = sum(entries.filter((entry) => entry.kind !== 'reversal'))
  expect(paidOut + held + availableOrDebt).toBe(earned)
}

describe('a plan', () => {
  const entry = (id: bigint, amountMinor: bigint, isHeld = false): PayableEntry => ({
    id,
    amountMinor,
    isHeld,
    occurredAt: at(Number(id)),
  })
  test.each([
    ['pays what is available', [entry(1n, 9000n)], ready, false, 'pay', null],
    ['waits for what is under way', [entry(1n, 9000n)], ready, true, 'waiting', null],
    ['waits for more', [entry(1n, 2499n)], ready, false, 'below-minimum', null],
    ['carries a debt', [entry(1n, 10n), entry(2n, -20n)], ready, false, 'debt', null],
    ['has nothing when all is held', [entry(1n, 9000n, true)], ready, false, 'nothing', null],
    ['is blocked without an account', [entry(1n, 9000n)], null, false, 'blocked', 'no-account'],
    [
      'is blocked by the state of the account',
      [entry(1n, 9000n)],
      { state: 'restricted' as const },
      false,
      'blocked',
      'restricted',
    ],
  ])('%s', (_name, entries, account, isUnderWay, verdict, reason) => {
    expect(planPayout(entries, 'USD', account, isUnderWay)).toMatchObject({ verdict, reason })
  })

  test('pays the most that makes whole steps of a currency', () => {
    const plan = planPayout([entry(2n, 5n), entry(1n, 20_000n)], 'KWD', ready, false)
    expect(plan).toMatchObject({ verdict: 'pay', amountMinor: 20_000n })
    expect(plan.entries.map(({ id }) => id)).toEqual([1n])
    const mixed = [20_003n, 10_004n, 10_001n, 30_006n].map((amount, id) =>
      entry(BigInt(id), amount),
    )
    expect(planPayout(mixed, 'KWD', ready, false)).toMatchObject({ amountMinor: 60_010n })
  })

  test('never leaves out what was taken back to come to a whole step', () => {
    const entries = [entry(1n, 20_000n), entry(2n, -19_995n)]
    expect(planPayout(entries, 'KWD', ready, false)).toMatchObject({
      verdict: 'below-minimum',
      amountMinor: 5n,
      entries: [],
    })
  })
})

describe('what Stripe says', () => {
  const account: AccountFact = {
    id: 'acct_1',
    country: 'DE',
    hasDetails: true,
    hasTaxId: true,
    isTransferable: true,
    isPayable: true,
    disabledReason: null,
    due: [],
    dueBy: null,
  }
  test.each([
    [account, 'ready', null],
    [{ ...account, isTransferable: false, hasDetails: false }, 'onboarding', null],
    [
      { ...account, isTransferable: false, disabledReason: 'under_review' },
      'restricted',
      'under_review',
    ],
    [
      { ...account, isPayable: false, due: ['external_account'] },
      'restricted',
      'requirements.past_due',
    ],
    [{ ...account, isPayable: false }, 'restricted', 'requirements.pending_verification'],
    [null, 'deauthorized', null],
  ])('of an account: %#', (fact, state, reason) => {
    expect(deriveAccount(fact)).toEqual({ state, reason })
  })

  const bank = (id: string, status: string, sources: string[]): BankPayoutFact => ({
    id,
    status,
    arrivesOn: at(1),
    sources,
  })
  test('of the bank: the last payout that holds the money counts, in any order', () => {
    expect(deriveBank('py_1', [bank('po_1', 'paid', ['py_2'])])).toBeNull()
    const chain = [bank('po_1', 'failed', ['py_1']), bank('po_2', 'paid', ['po_1', 'py_3'])]
    for (const payouts of [chain, chain.toReversed()]) {
      expect(deriveBank('py_1', payouts)).toMatchObject({ state: 'paid', bankPayoutId: 'po_2' })
    }
    expect(deriveBank('py_1', chain.slice(0, 1))).toMatchObject({
      state: 'failed',
      reason: 'bank-refused',
    })
    expect(deriveBank('py_1', [bank('po_1', 'in_transit', ['py_1'])])).toMatchObject({
      state: 'sent',
    })
  })

  const balance = (amountMinor: bigint) => ({
    id: 'txn_1',
    amountMinor,
    feeMinor: 0n,
    currency: 'USD',
    createdAt: at(1),
  })
  const transfer: TransferFact = {
    id: 'tr_1',
    accountId: 'acct_1',
    paymentId: 'py_1',
    createdAt: at(1),
    balance: balance(-7000n),
    reversals: [{ id: 'trr_1', amountMinor: 1000n, balance: balance(1000n) }],
  }

  test('transfers and reversals balance, and post nothing before Stripe has moved the money', () => {
    const postings = derivePayoutPostings('p', [transfer])
    expect(postings.map(({ kind, externalId }) => `${kind} ${externalId}`)).toEqual([
      'transfer tr_1',
      'transfer_reversal trr_1',
    ])
    for (const { entries } of postings) {
      expect(entries.reduce((sum, entry) => sum + entry.amountMinor, 0n)).toBe(0n)
    }
    expect(derivePayoutPostings('p', [{ ...transfer, balance: null, reversals: [] }])).toEqual([])
  })

  test('a refused transfer is blocked, by the short balance or otherwise', () => {
    const due = { state: 'due', reason: null } as const
    const refused = (error: string) => ({ state: 'failed', error })
    expect(derivePayout(due, [], refused('balance_insufficient: no'))).toMatchObject({
      state: 'blocked',
      reason: 'balance',
    })
    expect(derivePayout(due, [], refused('no'))).toMatchObject({
      state: 'blocked',
      reason: 'refused',
    })
    expect(derivePayout(due, [], { state: 'unknown', error: null })).toMatchObject({ state: 'due' })
    expect(derivePayout(due, [transfer], refused('no'))).toMatchObject({
      state: 'sent',
      reversedMinor: 1000n,
    })
    const paid = { state: 'paid', reason: null } as const
    expect(derivePayout(paid, [transfer], null)).toMatchObject({ state: 'paid' })
  })
})
