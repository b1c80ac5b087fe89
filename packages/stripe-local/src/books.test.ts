import fc from 'fast-check'
import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DISPUTE_STATUSES } from './resources/disputes/states'
import { type Fixture, pay, startFixture } from './testing/fixture'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
  await fixture.control.pauseDeliveries()
})
afterAll(() => fixture.stop())

/** One thing that can happen; `pick` chooses which of the existing objects it happens to. */
const step = fc.record({
  kind: fc.constantFrom('pay', 'refund', 'failRefund', 'dispute', 'moveDispute', 'bank', 'settle'),
  pick: fc.nat(20),
  amount: fc.integer({ min: 50, max: 20_000 }),
  status: fc.constantFrom(...DISPUTE_STATUSES),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const choose = <T>(items: T[], pick: number): T | undefined =>
  items[pick % Math.max(1, items.length)]

/** Does one step. What the server refuses must leave no trace, so refusals are not errors here. */
async function take({ kind, pick, amount, status }: Step): Promise<void> {
  const { stripe, control } = fixture
  const state = await control.snapshot()
  const charge = choose(state.charges, pick)
  const attempts: Record<Step['kind'], () => Promise<unknown> | undefined> = {
    pay: () => pay(fixture, { amount }),
    bank: async () => {
      const session = await stripe.checkout.sessions.create({
        mode: 'payment',
        success_url: 'https://shop.example/ok',
        line_items: [
          {
            quantity: 1,
            price_data: { currency: 'usd', unit_amount: amount, product_data: { name: 'C' } },
          },
        ],
      })
      return control.completeSessionByBank({ session: session.id })
    },
    settle: () => {
      const intent = choose(state.paymentIntents, pick)
      return (
        intent &&
        control.settlePayment({
          paymentIntent: intent.id,
          outcome: pick % 2 ? 'failed' : 'succeeded',
        })
      )
    },
    refund: () => charge && stripe.refunds.create({ charge: charge.id, amount }),
    failRefund: () => {
      const refund = choose(state.refunds, pick)
      return refund && control.failRefund({ refund: refund.id })
    },
    dispute: () => charge && control.createDispute({ charge: charge.id, status }),
    moveDispute: () => {
      const dispute = choose(state.disputes, pick)
      return dispute && control.moveDispute({ dispute: dispute.id, status })
    },
  }
  await attempts[kind]()?.catch((error: unknown) => {
    const refusals = ['StripeInvalidRequestError', 'ControlError']
    const { type, name } = error as { type?: string; name?: string }
    if (!refusals.includes(type ?? name ?? '')) throw error
  })
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

it('keeps the books consistent whatever happens in whatever order', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      await fixture.control.reset()
      await fixture.control.pauseDeliveries()
      for (const item of steps) await take(item)
      await fixture.stripe.customers.list()
      const state = await fixture.control.snapshot()
      checkBooks(state, seen)
    }),
    { numRuns: 40, seed: 20_261_123 },
  )
  // The walk must have been through all kinds of movement, or it would show nothing.
  expect([...seen].toSorted()).toEqual([
    'charge',
    'dispute',
    'dispute_reversal',
    'refund',
    'refund_failure',
  ])
}, 120_000)

type State = Awaited<ReturnType<Fixture['control']['snapshot']>>

function checkBooks(state: State, seen: Set<string>): void {
  const paid = state.charges.filter((charge) => charge.status === 'succeeded')
  const back = (refund: Stripe.Refund) => refund.status === 'failed' || refund.status === 'canceled'
  const counted = state.refunds.filter((refund) => !back(refund))
  for (const charge of state.charges) {
    const refunded = sum(counted.filter((r) => r.charge === charge.id).map((r) => r.amount))
    expect(charge.amount_refunded).toBe(refunded)
    expect(refunded).toBeLessThanOrEqual(charge.amount_captured)
    expect(charge.refunded).toBe(refunded === charge.amount && charge.amount > 0)
  }
  // Where the bank has the money is a question of status alone; the transactions must agree.
  const withdrawn = state.disputes.filter(
    ({ status }) =>
      !['warning_needs_response', 'warning_under_review', 'warning_closed', 'prevented'].includes(
        status,
      ),
  )
  const kept = withdrawn.filter(({ status }) => status !== 'won')
  const fees = sum(state.balanceTransactions.map((transaction) => transaction.fee))
  const expected =
    sum(paid.map((charge) => charge.amount)) -
    sum(counted.map((refund) => refund.amount)) -
    sum(kept.map((dispute) => dispute.amount)) -
    fees
  expect(sum(state.balanceTransactions.map((transaction) => transaction.net))).toBe(expected)
  expect(fees).toBe(
    sum(paid.map(({ amount }) => Math.floor((amount * 29 + 500) / 1000) + 30)) +
      withdrawn.length * 1500,
  )
  for (const { reporting_category } of state.balanceTransactions) seen.add(reporting_category)
}
