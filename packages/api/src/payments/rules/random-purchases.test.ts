import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitPrice } from '../../bundles/rules/split-price'
import { accessReasons, type Grant } from '../../enrolments/rules'
import { priceOfNext, seatsRefunded } from '../../seats/rules/seat-money'
import { chargeStep } from '../../shared/charge-step'
import { shareOf } from '../../shared/money'
import {
  deriveSubscription,
  renewalSlackHours,
} from '../../subscriptions/rules/derive-subscription'
import type { Allocation } from './allocate-refund'
import type { OrderAccess } from './derive-order'
import { derivePostings } from './derive-postings'
import { type RefundFact, sumMinor } from './facts'
import type { LedgerLine } from './ledger-book'
import { lineStanding } from './line-standing'
import type { Posting } from './posting'

/** Beside the random histories of orders: what is bought for others, in bundles, and by the month. */
const numRuns = 10_000
const timeout = 60_000

const day = 86_400_000
const start = Date.UTC(2026, 5, 1)
const on = (days: number) => new Date(start + days * day)

const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'ISK')
const steps = fc.bigInt({ min: 1n, max: 30_000n })

test('a bundle of several providers, seats and a gift: shares, tax and what is kept come to the total, whichever seats go back', {
  timeout,
}, () => {
  const cart = fc.record({
    currency,
    bundlePrice: steps,
    ownPrices: fc.array(steps, { minLength: 2, maxLength: 3 }),
    seatPrice: steps,
    quantity: fc.integer({ min: 1, max: 9 }),
    giftPrice: steps,
    taxPercent: fc.bigInt({ min: 0n, max: 25n }),
    shareBps: fc.integer({ min: 0, max: 10_000 }),
    givenBack: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }),
  })
  fc.assert(
    fc.property(cart, (bought) => {
      const { quantity, shareBps } = bought
      const step = chargeStep(bought.currency)
      const own = bought.ownPrices.map((price) => price * step)
      const bundle = { amountMinor: bought.bundlePrice * step, currency: bought.currency }
      const { parts, priceMinor } = splitPrice(bundle, own)
      expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(priceMinor)
      const seats = bought.seatPrice * step * BigInt(quantity)
      const lines = [...parts, seats, bought.giftPrice * step].map(
        (amountMinor, index): LedgerLine => ({
          id: `line-${index}`,
          amountMinor,
          taxMinor: (amountMinor * bought.taxPercent) / (100n + bought.taxPercent),
          providerId: `provider-${index}`,
          shareBps,
          providerMinor: null,
        }),
      )
      const seatLine = { amountMinor: seats, quantity }
      const refunds: RefundFact[] = []
      const allocations = new Map<string, Allocation[]>()
      const move = (id: string, amountMinor: bigint) => ({
        id,
        amountMinor,
        feeMinor: 0n,
        currency: bought.currency,
        createdAt: on(refunds.length),
      })
      let gone = 0
      for (const wanted of bought.givenBack) {
        const count = Math.min(wanted, quantity - gone)
        const amountMinor = priceOfNext(seatLine, gone, count)
        if (count === 0 || amountMinor === 0n) continue
        gone += count
        const id = `re_${refunds.length}`
        const balance = move(`txn_${id}`, -amountMinor)
        const rest = { chargeId: 'ch', status: 'succeeded', reason: null, commandId: 'command' }
        const money = { amountMinor, currency: bought.currency, createdAt: balance.createdAt }
        refunds.push({ id, ...rest, ...money, balance, failureBalance: null })
        allocations.set(id, [{ orderLineId: `line-${parts.length}`, amountMinor }])
      }
      const refunded = sumMinor(refunds)
      expect(seatsRefunded(seatLine, refunded)).toBe(gone)
      const total = sumMinor(lines)
      const charge = {
        id: 'ch',
        status: 'succeeded',
        amountMinor: total,
        currency: bought.currency,
        failureCode: null,
        failureMessage: null,
        cardBrand: null,
        cardLast4: null,
        cardCountry: null,
        billingName: null,
        billingAddress: null,
        createdAt: on(0),
        balance: move('txn_ch', total),
      }
      const facts = { session: null, intent: null, charges: [charge], refunds, disputes: [] }
      const posted = derivePostings({
        lines,
        facts,
        allocations,
        posted: [],
        isUnapplied: false,
        now: on(9),
      })
      const sumOf = (account: string, ownerId?: string) => {
        const all = posted.flatMap((posting: Posting) => posting.entries)
        const own = all.filter((entry) => ownerId === undefined || entry.ownerId === ownerId)
        return -sumMinor(own.filter((entry) => entry.account === account))
      }
      for (const { entries } of posted) expect(sumMinor(entries)).toBe(0n)
      for (const [index, line] of lines.entries()) {
        const share = shareOf(line.amountMinor - line.taxMinor, shareBps)
        const taken = index === parts.length ? (share * refunded) / line.amountMinor : 0n
        expect(sumOf('provider_payable', line.providerId)).toBe(share - taken)
      }
      const kept = sumOf('provider_payable') + sumOf('tax_payable') + sumOf('platform_revenue')
      expect(kept).toBe(total - refunded)
      expect(-sumOf('stripe_balance')).toBe(total - refunded)
    }),
    { numRuns },
  )
})

const money = fc.record({
  by: fc.constantFrom('order_line' as const, 'seat' as const, 'gift' as const),
  access: fc.constantFrom<OrderAccess>('none', 'active', 'held', 'taken'),
  isDuplicate: fc.boolean(),
  isTaken: fc.boolean(),
})
const membership = fc.record({
  by: fc.constant('subscription' as const),
  status: fc.constantFrom('active', 'past_due', 'unpaid', 'canceled', 'incomplete', 'paused'),
  isPaid: fc.boolean(),
  went: fc.constantFrom('nowhere', 'back', 'disputed'),
  failedDaysAgo: fc.option(fc.integer({ min: 0, max: 30 })),
  isDuplicate: fc.boolean(),
})
type Membership = typeof membership extends fc.Arbitrary<infer Value> ? Value : never

/** Halfway through a month. */
const now = on(15)

function derivedMembership(one: Membership) {
  const failedAt = one.failedDaysAgo === null ? null : on(15 - one.failedDaysAgo)
  const invoice = {
    id: 'in_1',
    stripeSubscriptionId: 'sub_1',
    status: one.isPaid ? 'paid' : 'open',
    billingReason: 'subscription_cycle',
    currency: 'USD',
    totalMinor: 2900n,
    amountDueMinor: 2900n,
    amountPaidMinor: one.isPaid ? 2900n : 0n,
    periodStart: on(0),
    periodEnd: on(30),
    paymentIntentId: null,
    attemptCount: 1,
    firstFailedAt: one.isPaid ? null : (failedAt ?? on(0)),
    nextAttemptAt: null,
    hostedUrl: null,
    createdAt: on(0),
    paidAt: null,
  }
  const subscription = {
    id: 'sub_1',
    customerId: 'cus_1',
    status: one.status,
    itemId: 'si_1',
    productId: 'prod_1',
    currency: 'USD',
    amountMinor: 2900n,
    interval: 'month',
    periodStart: on(0),
    periodEnd: on(30),
    trialEnd: null,
    cancelAt: null,
    cancelAtPeriodEnd: false,
    endedAt: null,
    isPaused: false,
    resumesAt: null,
    createdAt: on(0),
  }
  const local = {
    expiresAt: on(1),
    hasNoSession: false,
    isDuplicate: one.isDuplicate,
    graceExtendedTo: null,
    takenInvoiceIds: new Set(one.went === 'back' ? ['in_1'] : []),
    heldInvoiceIds: new Set(one.went === 'disputed' ? ['in_1'] : []),
  }
  return deriveSubscription(
    local,
    { session: null, subscription, others: [], invoices: [invoice] },
    now,
  )
}

/** Told by the money alone: paid for now and kept, or failed and still within the time of grace. */
function isMembershipOpen(one: Membership): boolean {
  if (one.isDuplicate || !['active', 'past_due'].includes(one.status)) return false
  if (one.isPaid) return one.went === 'nowhere'
  return one.status === 'past_due' && (one.failedDaysAgo ?? 15) < 14
}

test('access if and only if one of them is live: bought, a seat, a present, a membership', {
  timeout,
}, () => {
  expect(renewalSlackHours).toBeLessThan(15 * 24)
  fc.assert(
    fc.property(fc.array(fc.oneof(money, membership), { maxLength: 4 }), (causes) => {
      const grants = causes.flatMap((cause, index): Grant[] => {
        const grant = { id: `${index}`, sourceId: `${index}`, startsAt: on(0), endsAt: null }
        if (cause.by === 'subscription') {
          const { access } = derivedMembership(cause)
          if (access.state === 'none') return []
          const endsAt = access.state === 'open' ? access.until : null
          const state = { open: 'active', held: 'suspended', closed: 'ended' } as const
          const source = { sourceType: 'subscription', stateReason: null } as const
          return [{ ...grant, ...source, state: state[access.state], endsAt }]
        }
        if (cause.access === 'none') return []
        const derived = { ...order, access: cause.access }
        return [{ ...grant, sourceType: cause.by, ...lineStanding(derived, cause) }]
      })
      const isOpen = causes.some((cause) =>
        cause.by === 'subscription'
          ? isMembershipOpen(cause)
          : cause.access === 'active' && !cause.isDuplicate && !cause.isTaken,
      )
      expect(accessReasons(grants, now).hasAccess).toBe(isOpen)
    }),
    { numRuns },
  )
})

const order = {
  status: 'paid',
  review: null,
  reviewCause: '',
  paidMinor: 0n,
  refundedMinor: 0n,
  isMismatch: false,
  paidAt: null,
} as const
