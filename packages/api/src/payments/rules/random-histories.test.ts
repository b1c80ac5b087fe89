import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accessReasons, type Grant } from '../../enrolments/rules'
import { shareOf } from '../../shared/money'
import {
  type AllocatedRefund,
  allocateRefund,
  isLineTaken,
  refundedPerLine,
} from './allocate-refund'
import { deriveOrder } from './derive-order'
import { derivePostings } from './derive-postings'
import type { BalanceFact, DisputeFact, RefundFact, StripeFacts } from './facts'
import { isActiveRefund, sumMinor } from './facts'
import type { LedgerLine } from './ledger-book'
import { lineStanding } from './line-standing'
import type { Posting } from './posting'

/** Runs of each property: quick enough to be run with every change. */
const numRuns = 10_000
/** On a machine that is busy with other tests they take several times as long. */
const timeout = 60_000

const currencies = ['USD', 'JPY', 'KWD', 'ISK', 'EUR'] as const
const started = Date.UTC(2026, 5, 1)
const at = (minute: number) => new Date(started + minute * 60_000)

/** What can happen to an order after it was placed, in the sequence in which it happens. */
type Happening =
  | { kind: 'paid' }
  | { kind: 'line refund'; line: number; status: 'pending' | 'succeeded' }
  | { kind: 'part refund'; percent: number }
  | { kind: 'refund fails' }
  | { kind: 'disputed' }
  | { kind: 'dispute'; status: 'won' | 'lost' | 'appeal_under_review' }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    kind: fc.constant('line refund' as const),
    line: fc.nat(2),
    status: fc.constantFrom('pending' as const, 'succeeded' as const),
  }),
  fc.record({
    kind: fc.constant('part refund' as const),
    percent: fc.integer({ min: 1, max: 100 }),
  }),
  fc.constant({ kind: 'refund fails' as const }),
  fc.constant({ kind: 'disputed' as const }),
  fc.record({
    kind: fc.constant('dispute' as const),
    status: fc.constantFrom('won' as const, 'lost' as const, 'appeal_under_review' as const),
  }),
)

const line = fc.record({
  /** of three courses: two orders often sell the same one */
  course: fc.nat(2),
  amountMinor: fc.bigInt({ min: 1n, max: 200_000n }),
  taxPercent: fc.bigInt({ min: 0n, max: 25n }),
  shareBps: fc.integer({ min: 0, max: 10_000 }),
  /** some lines have a share of their own, because a coupon's owner gives the discount */
  providerPercent: fc.option(fc.bigInt({ min: 0n, max: 100n })),
})
const order = fc.record({
  currency: fc.constantFrom(...currencies),
  lines: fc.uniqueArray(line, { minLength: 1, maxLength: 3, selector: ({ course }) => course }),
  isPaid: fc.boolean(),
  happenings: fc.array(happening, { maxLength: 5 }),
})
type Placed = typeof order extends fc.Arbitrary<infer Value> ? Value : never

/** The state of one order, told by its facts alone. */
function history({ currency, lines, isPaid, happenings }: Placed, index: number) {
  const sold = lines.map((each, position) => {
    const taxMinor = (each.amountMinor * each.taxPercent) / (100n + each.taxPercent)
    const own = each.providerPercent
    return {
      id: `line-${index}-${position}`,
      course: each.course,
      amountMinor: each.amountMinor,
      taxMinor,
      providerId: `provider-${each.course}`,
      shareBps: each.shareBps,
      providerMinor: own === null ? null : ((each.amountMinor - taxMinor) * own) / 100n,
    }
  })
  const totalMinor = sumMinor(sold)
  let minute = 0
  const move = (id: string, amountMinor: bigint, feeMinor = 0n): BalanceFact => {
    minute += 1
    return { id, amountMinor, feeMinor, currency, createdAt: at(minute) }
  }
  const facts: StripeFacts = { session: null, intent: null, charges: [], refunds: [], disputes: [] }
  const refunds: AllocatedRefund[] = []
  let posted: Posting[] = []
  const post = () => {
    const allocations = new Map(refunds.map((each) => [each.id, each.allocations]))
    const fresh = derivePostings({
      lines: sold satisfies LedgerLine[],
      facts,
      allocations,
      posted,
      isUnapplied: false,
      now: at(minute),
    })
    posted = [...posted, ...fresh]
  }
  const refund = (amountMinor: bigint, status: string, lineId: string | null) => {
    const id = `re_${index}_${refunds.length}`
    const wanted = lineId === null ? [] : [{ orderLineId: lineId, amountMinor }]
    const commandId = lineId === null ? null : `command_${id}`
    const allocations = allocateRefund(sold, refunds, amountMinor, wanted)
    facts.refunds.push({
      id,
      chargeId: `ch_${index}`,
      amountMinor,
      currency,
      status,
      reason: null,
      commandId,
      createdAt: at(minute),
      balance: move(`txn_${id}`, -amountMinor),
      failureBalance: null,
    })
    refunds.push({ id, status, commandId, allocations })
  }
  const left = () => totalMinor - sumMinor(facts.refunds.filter(isActiveRefund))
  if (isPaid) {
    facts.charges.push({
      id: `ch_${index}`,
      status: 'succeeded',
      amountMinor: totalMinor,
      currency,
      failureCode: null,
      failureMessage: null,
      cardBrand: null,
      cardLast4: null,
      cardCountry: null,
      billingName: null,
      billingAddress: null,
      createdAt: at(0),
      balance: move(`txn_ch_${index}`, totalMinor, totalMinor / 40n),
    })
    post()
    for (const next of happenings) {
      happen(next)
      post()
    }
  }

  function happen(next: Happening): void {
    const [dispute] = facts.disputes
    const isDisputed = dispute !== undefined && dispute.status !== 'won'
    if (next.kind === 'line refund' && !isDisputed) {
      const [part = 0n] = refundedPerLine(sold.slice(next.line, next.line + 1), refunds)
      const wanted = sold[next.line]
      const rest = wanted ? wanted.amountMinor - part : 0n
      if (wanted && rest > 0n && rest <= left()) refund(rest, next.status, wanted.id)
    } else if (next.kind === 'part refund' && !isDisputed) {
      const part = (left() * BigInt(next.percent)) / 100n
      if (part > 0n) refund(part, 'succeeded', null)
    } else if (next.kind === 'refund fails') {
      const last = facts.refunds.findLast(isActiveRefund)
      if (last) fail(last)
    } else if (next.kind === 'disputed' && !dispute && left() > 0n) {
      facts.disputes.push(openDispute(left()))
    } else if (next.kind === 'dispute' && dispute) decide(dispute, next.status)
  }

  function fail(last: RefundFact): void {
    // Once the bank has taken the whole payment no refund comes back.
    if (facts.disputes.length > 0) return
    last.status = 'failed'
    last.failureBalance = move(`txn_f_${last.id}`, last.amountMinor)
    const known = refunds.find(({ id }) => id === last.id)
    if (known) Object.assign(known, { status: 'failed' })
  }

  function openDispute(amountMinor: bigint): DisputeFact {
    return {
      id: `dp_${index}`,
      chargeId: `ch_${index}`,
      amountMinor,
      currency,
      status: 'needs_response',
      reason: 'fraudulent',
      networkCode: null,
      evidenceDueBy: null,
      hasEvidence: false,
      submissions: 0,
      isLate: false,
      createdAt: at(minute),
      balances: [move(`txn_dp_${index}`, -amountMinor, amountMinor / 50n)],
    }
  }

  function decide(dispute: DisputeFact, status: 'won' | 'lost' | 'appeal_under_review'): void {
    if (dispute.status === 'won') return
    if (status === 'appeal_under_review' && dispute.status !== 'lost') return
    dispute.status = status
    if (status === 'won') dispute.balances.push(move(`txn_won_${index}`, dispute.amountMinor))
  }

  const derived = deriveOrder(
    {
      currency,
      totalMinor,
      expiresAt: at(60),
      isCancelled: false,
      isReplaced: false,
      isDuplicate: false,
      createSession: 'done',
      hasFailedAutoRefund: false,
      freePaidAt: null,
      accountClosedAt: null,
      regionCountries: [],
    },
    facts,
    at(10_000),
  )
  const grants = sold.flatMap((each): (Grant & { course: number })[] => {
    const isTaken = isLineTaken(each, refunds)
    const standing = lineStanding(derived, { isDuplicate: false, isTaken })
    // An order that was never paid made no grant.
    if (derived.access === 'none') return []
    return [
      {
        id: each.id,
        course: each.course,
        sourceType: 'order_line',
        sourceId: each.id,
        ...standing,
        startsAt: at(0),
        endsAt: null,
      },
    ]
  })
  /** Told once more, by the money alone: what of the lines is paid for and not argued about. */
  const open = sold.filter((each) => {
    const [dispute] = facts.disputes
    if (!isPaid || (dispute && dispute.status !== 'won') || left() === 0n) return false
    const own = refunds.filter(
      (given) =>
        isActiveRefund(given) && given.allocations.some((part) => part.orderLineId === each.id),
    )
    const given = own.flatMap((one) =>
      one.allocations.filter((part) => part.orderLineId === each.id),
    )
    return sumMinor(given) < each.amountMinor || own.every((one) => one.commandId === null)
  })
  return { currency, sold, facts, refunds, posted, derived, grants, open }
}

test('access if and only if a live grant; what one order loses, another for the same course keeps open', {
  timeout,
}, () => {
  fc.assert(
    fc.property(fc.array(order, { minLength: 1, maxLength: 3 }), (orders) => {
      const told = orders.map(history)
      const grants = told.flatMap((each) => each.grants)
      for (const course of [0, 1, 2]) {
        const own = grants.filter((grant) => grant.course === course)
        const { hasAccess, reasons } = accessReasons(own, at(10_000))
        const isPaidFor = told.some((each) => each.open.some((one) => one.course === course))
        expect(hasAccess).toBe(isPaidFor)
        expect(hasAccess).toBe(reasons.some((reason) => reason.standing === 'live'))
      }
    }),
    { numRuns },
  )
})

const sumOf = (postings: readonly Posting[], account: string) =>
  sumMinor(postings.flatMap((each) => each.entries).filter((entry) => entry.account === account))

test('shares, fees, tax and what the platform keeps come to the total, to the unit, in every currency', {
  timeout,
}, () => {
  fc.assert(
    fc.property(order, (placed) => {
      const { currency, sold, facts, refunds, posted } = history(placed, 0)
      for (const posting of posted) {
        expect(sumMinor(posting.entries)).toBe(0n)
        expect(posting.entries.every((entry) => entry.currency === currency)).toBe(true)
      }
      const moved = [
        ...facts.charges.flatMap((charge) => charge.balance ?? []),
        ...facts.refunds.flatMap((each) =>
          [each.balance, each.failureBalance].filter((b) => b !== null),
        ),
        ...facts.disputes.flatMap((dispute) => dispute.balances),
      ]
      const net = sumMinor(moved) - moved.reduce((sum, each) => sum + each.feeMinor, 0n)
      expect(sumOf(posted, 'stripe_balance')).toBe(net)
      if (facts.disputes.length > 0 || facts.charges.length === 0) return
      const given = refundedPerLine(sold, refunds)
      const owed = (each: (typeof sold)[number], position: number) => {
        const net = each.amountMinor - each.taxMinor
        const share = each.providerMinor ?? shareOf(net, each.shareBps)
        return share - (share * (given[position] ?? 0n)) / each.amountMinor
      }
      const shares = sold.map(owed).reduce((sum, share) => sum + share, 0n)
      expect(sumOf(posted, 'provider_payable')).toBe(-shares)
      const kept = sumMinor(sold) - given.reduce((sum, part) => sum + part, 0n)
      const booked = ['provider_payable', 'tax_payable', 'platform_revenue'] as const
      expect(booked.reduce((sum, account) => sum - sumOf(posted, account), 0n)).toBe(kept)
    }),
    { numRuns },
  )
})
