import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  cardForm,
  type Fixture,
  startFixture,
  submit,
  subscribe,
  subscriptionParams,
} from './testing/fixture'

const DAY = 24 * 60 * 60

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
afterAll(() => fixture.stop())
beforeEach(async () => {
  await fixture.control.reset()
})

async function open(rest: Parameters<typeof subscriptionParams>[0] = {}) {
  const session = await fixture.stripe.checkout.sessions.create(subscriptionParams(rest))
  return { session, url: session.url ?? '' }
}

async function types(...prefixes: string[]): Promise<string[]> {
  const events = await fixture.stripe.events.list({ limit: 100 })
  return events.data
    .map((event) => event.type)
    .filter((type) => prefixes.some((prefix) => type.startsWith(prefix)))
    .toReversed()
}

describe('a checkout that starts a subscription', () => {
  it('is paid on its page: subscription, invoice, payment and events', async () => {
    const { session, url } = await open()
    expect(session).toMatchObject({ mode: 'subscription', amount_total: 1900, subscription: null })
    const page = await (await fetch(url)).text()
    expect(page).toContain('$19.00 every month until you cancel')
    expect(page).toContain('Subscribe for $19.00')
    await submit(url, cardForm('4242424242424242'))
    const done = await fixture.stripe.checkout.sessions.retrieve(session.id, {
      expand: [
        'customer',
        'subscription.default_payment_method',
        'subscription.latest_invoice',
        'invoice.payments.data.payment.payment_intent',
      ],
    })
    expect(done).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      payment_intent: null,
      customer: { email: 'ada@example.com' },
      subscription: {
        status: 'active',
        metadata: { plan: 'all' },
        currency: 'usd',
        default_payment_method: { type: 'card', card: { last4: '4242' } },
        items: { data: [{ quantity: 1, price: { recurring: { interval: 'month' } } }] },
        latest_invoice: {
          status: 'paid',
          billing_reason: 'subscription_create',
          amount_paid: 1900,
          amount_remaining: 0,
          number: expect.stringMatching(/^\w{8}-0001$/),
          parent: { subscription_details: { metadata: { plan: 'all' } } },
        },
      },
      invoice: {
        payments: {
          data: [
            {
              status: 'paid',
              amount_paid: 1900,
              payment: { payment_intent: { status: 'succeeded' } },
            },
          ],
        },
      },
    })
    const [charge] = (await fixture.stripe.charges.list({ expand: ['data.balance_transaction'] }))
      .data
    expect(charge).toMatchObject({
      amount: 1900,
      customer: (done.customer as { id: string }).id,
      balance_transaction: { amount: 1900, type: 'charge' },
    })
    expect(await types('customer.', 'invoice', 'payment_method', 'checkout')).toEqual([
      'customer.created',
      'payment_method.attached',
      'customer.subscription.created',
      'invoice.created',
      'customer.subscription.updated',
      'invoice.finalized',
      'invoice_payment.paid',
      'invoice.paid',
      'invoice.payment_succeeded',
      'customer.subscription.updated',
      'checkout.session.completed',
    ])
  })

  it('stays open when the card is declined, and begins with the next one', async () => {
    const { session, url } = await open()
    await submit(url, cardForm('4000000000009995'))
    expect(await (await fetch(url)).text()).toContain('insufficient funds')
    const declined = await fixture.stripe.checkout.sessions.retrieve(session.id)
    expect(declined).toMatchObject({ status: 'open', subscription: null, invoice: null })
    expect((await fixture.stripe.subscriptions.list({ status: 'all' })).data).toHaveLength(0)
    await submit(url, cardForm('4242424242424242', 1))
    const charges = (await fixture.stripe.charges.list()).data
    expect(charges.map(({ status }) => status)).toEqual(['succeeded', 'failed'])
    expect(new Set(charges.map((charge) => charge.payment_intent)).size).toBe(1)
    expect((await fixture.stripe.subscriptions.list()).data).toHaveLength(1)
    expect((await fixture.stripe.invoicePayments.list({ status: 'paid' })).data).toHaveLength(1)
  })

  it('asks for 3-D Secure first, and begins once it is passed', async () => {
    const { session, url } = await open()
    await submit(url, cardForm('4000002760003184'))
    await submit(`${url}/authenticate`, { attempt: '1', outcome: 'fail' })
    expect((await fixture.stripe.subscriptions.list()).data).toHaveLength(0)
    await submit(url, cardForm('4000002760003184', 2))
    await submit(`${url}/authenticate`, { attempt: '3', outcome: 'complete' })
    const done = await fixture.stripe.checkout.sessions.retrieve(session.id)
    expect(done).toMatchObject({ status: 'complete', payment_status: 'paid' })
  })

  it('is started once, however often the form is sent', async () => {
    const { url } = await open()
    await Promise.all(Array.from({ length: 5 }, () => submit(url, cardForm('4242424242424242'))))
    expect((await fixture.stripe.subscriptions.list()).data).toHaveLength(1)
    expect((await fixture.stripe.charges.list()).data).toHaveLength(1)
  })

  it('keeps a customer that it is given, and expires like any other', async () => {
    const customer = await fixture.stripe.customers.create({ email: 'known@example.com' })
    const subscription = await subscribe(fixture, { params: { customer: customer.id } })
    expect(subscription.customer).toBe(customer.id)
    expect((await fixture.stripe.customers.list()).data).toHaveLength(1)
    const { session } = await open()
    await fixture.control.completeSession({ session: session.id, card: '4000000000000002' })
    await fixture.stripe.checkout.sessions.expire(session.id)
    const intents = await fixture.stripe.paymentIntents.list()
    expect(intents.data.map(({ status }) => status)).toEqual(['canceled', 'succeeded'])
  })

  it.each([
    [
      'a price that is paid once',
      {
        line_items: [
          {
            price_data: { currency: 'usd', unit_amount: 900, product_data: { name: 'X' } },
            quantity: 1,
          },
        ],
      },
      'line_items',
    ],
    ['what only payments have', { submit_type: 'pay' as const }, 'submit_type'],
    [
      'a trial that ends too soon',
      { subscription_data: { trial_end: Math.floor(Date.now() / 1000) + DAY } },
      'subscription_data[trial_end]',
    ],
  ])('refuses %s', async (_name, rest, param) => {
    await expect(open(rest)).rejects.toMatchObject({ statusCode: 400, param })
  })
})

describe('a trial', () => {
  const trial = { subscription_data: { trial_period_days: 14, metadata: { plan: 'all' } } }

  it('begins with a saved card, without a charge', async () => {
    const { session, url } = await open(trial)
    expect(session.amount_total).toBe(0)
    const page = await (await fetch(url)).text()
    expect(page).toContain('Free for 14 days, then $19.00 every month')
    expect(page).toContain('Start trial')
    await submit(url, cardForm('4242424242424242'))
    const done = await fixture.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['subscription.latest_invoice'],
    })
    expect(done).toMatchObject({
      status: 'complete',
      payment_status: 'no_payment_required',
      subscription: {
        status: 'trialing',
        latest_invoice: { status: 'paid', amount_due: 0, billing_reason: 'subscription_create' },
      },
    })
    const subscription = done.subscription as { trial_end: number; trial_start: number }
    expect(subscription.trial_end - subscription.trial_start).toBe(14 * DAY)
    expect((await fixture.stripe.charges.list()).data).toHaveLength(0)
    expect(await types('setup_intent', 'payment_method')).toEqual([
      'payment_method.attached',
      'setup_intent.created',
      'setup_intent.succeeded',
    ])
  })

  it('stays open when the card cannot be saved', async () => {
    const { session, url } = await open(trial)
    await submit(url, cardForm('4000000000000002'))
    expect(await (await fetch(url)).text()).toContain('Your card was declined.')
    expect((await fixture.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
    expect(await types('setup_intent')).toEqual([
      'setup_intent.created',
      'setup_intent.setup_failed',
    ])
    await submit(url, cardForm('4000000000000341', 1))
    expect((await fixture.stripe.checkout.sessions.retrieve(session.id)).status).toBe('complete')
  })

  it('begins without a card when none is asked for', async () => {
    const { session, url } = await open({ ...trial, payment_method_collection: 'if_required' })
    expect(await (await fetch(url)).text()).not.toContain('Card number')
    expect((await submit(url, cardForm('4242424242424242'))).status).toBe(400)
    await submit(url, { attempt: '0', method: 'none', email: 'ada@example.com' })
    const done = await fixture.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['subscription'],
    })
    expect(done).toMatchObject({
      status: 'complete',
      subscription: { status: 'trialing', default_payment_method: null },
    })
  })
})
