import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Fixture, startFixture, subscribe } from './testing/fixture'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
  await fixture.control.pauseDeliveries()
})
afterAll(() => fixture.stop())

type State = Awaited<ReturnType<Fixture['control']['snapshot']>>
type Subscription = State['subscriptions'][number]

const prorations = ['always_invoice', 'create_prorations', 'none'] as const

/** What can befall a subscription; `pick` chooses among the ways that there are. */
const acts: Record<string, (row: Subscription, pick: number) => Promise<unknown>> = {
  skip: ({ id }) => fixture.control.skipToNext({ subscription: id }),
  decline: ({ customer }, pick) => fixture.control.declineRenewals({ customer, times: pick % 4 }),
  newCard: ({ customer }, pick) =>
    fixture.control.changeCard({
      customer,
      card: pick % 3 ? '4242424242424242' : '4000000000000341',
    }),
  switch: ({ id, items, currency }, pick) =>
    fixture.stripe.subscriptions.update(id, {
      items: [
        {
          id: items.data[0]?.id ?? '',
          price_data: {
            currency,
            product: String(items.data[0]?.price.product),
            unit_amount: 100 + pick * 997,
            recurring: { interval: pick % 2 ? 'month' : 'year' },
          },
        },
      ],
      proration_behavior: prorations[pick % 3] ?? 'none',
      payment_behavior: pick % 5 ? 'allow_incomplete' : 'error_if_incomplete',
    }),
  pause: ({ id }, pick) =>
    fixture.stripe.subscriptions.update(id, {
      pause_collection: pick % 2 ? '' : { behavior: pick % 3 ? 'void' : 'keep_as_draft' },
    }),
  endLater: ({ id }, pick) =>
    fixture.stripe.subscriptions.update(id, { cancel_at_period_end: pick % 2 === 0 }),
  end: ({ id }, pick) =>
    pick % 4
      ? Promise.resolve()
      : fixture.stripe.subscriptions.cancel(id, {
          prorate: pick % 8 === 0,
          invoice_now: pick % 3 === 0,
        }),
  pay: ({ latest_invoice: invoice }) => fixture.stripe.invoices.pay(invoice ?? ''),
  void: ({ latest_invoice: invoice }, pick) =>
    pick % 3 ? Promise.resolve() : fixture.stripe.invoices.voidInvoice(invoice ?? ''),
}

const step = fc.record({
  act: fc.constantFrom('skip', 'skip', 'skip', ...Object.keys(acts)),
  pick: fc.nat(40),
})

/** What the server refuses must leave no trace, and a declined card only its attempt. */
async function take(id: string, act: string, pick: number, seen: Set<string>): Promise<void> {
  const { subscriptions } = await fixture.control.snapshot()
  const row = subscriptions.find((subscription) => subscription.id === id)
  if (!row) throw new Error('The subscription is gone.')
  seen.add(`subscription ${row.status}`)
  await acts[act]?.(row, pick).catch((error: unknown) => {
    const { type, name } = error as { type?: string; name?: string }
    const refusals = ['StripeInvalidRequestError', 'StripeCardError', 'ControlError']
    if (!refusals.includes(type ?? name ?? '')) throw error
  })
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

it('keeps invoices, payments and credit consistent whatever befalls a subscription', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(step, { minLength: 6, maxLength: 24 }),
      async (hasTrial, steps) => {
        await fixture.control.reset()
        await fixture.control.pauseDeliveries()
        await fixture.control.setDunning({ retryDays: [1], after: hasTrial ? 'unpaid' : 'cancel' })
        const params = hasTrial ? { subscription_data: { trial_period_days: 7 } } : {}
        const { id } = await subscribe(fixture, { params, amount: 4900 })
        for (const { act, pick } of steps) await take(id, act, pick, seen)
        await fixture.stripe.customers.list()
        check(await fixture.control.snapshot(), seen)
      },
    ),
    { numRuns: 30, seed: 20_261_123 },
  )
  // The walk must have come through all of these, or it would show nothing.
  expect([...seen].toSorted()).toEqual([
    'invoice draft',
    'invoice open',
    'invoice paid',
    'invoice void',
    'subscription active',
    'subscription canceled',
    'subscription past_due',
    'subscription trialing',
    'subscription unpaid',
  ])
}, 120_000)

function check(state: State, seen: Set<string>): void {
  for (const invoice of state.invoices) {
    seen.add(`invoice ${invoice.status}`)
    const payments = state.invoicePayments.filter((payment) => payment.invoice === invoice.id)
    const charges = state.charges.filter(
      ({ payment_intent: intent, status }) =>
        status === 'succeeded' &&
        payments.some((payment) => payment.payment.payment_intent === intent),
    )
    const isPaid = invoice.status === 'paid'
    expect(sum(charges.map(({ amount }) => amount))).toBe(isPaid ? invoice.amount_due : 0)
    expect(charges.length).toBe(isPaid && invoice.amount_due > 0 ? 1 : 0)
    expect(invoice.amount_due).toBeGreaterThanOrEqual(0)
    expect(invoice.total).toBe(sum(invoice.lines.data.map((line) => line.amount)))
    for (const { period } of invoice.lines.data) expect(period.end).toBeGreaterThan(period.start)
  }
  // What an invoice did not ask for went to or came from the customer's credit.
  const counted = state.invoices.filter(({ status }) => status !== 'draft' && status !== 'void')
  const [customer] = state.customers
  expect(customer?.balance).toBe(sum(counted.map(({ total, amount_due: due }) => total - due)))
  const money = state.charges.filter(({ status }) => status === 'succeeded')
  expect(sum(state.balanceTransactions.map(({ amount }) => amount))).toBe(
    sum(money.map(({ amount }) => amount)),
  )
}
