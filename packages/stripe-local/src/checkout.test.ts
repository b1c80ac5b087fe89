import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cardForm, type Fixture, sessionParams, startFixture, submit } from './testing/fixture'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
afterAll(() => fixture.stop())
beforeEach(async () => {
  await fixture.control.reset()
  fixture.receiver.received.length = 0
})

async function open(amount = 4900, currency = 'usd') {
  const session = await fixture.stripe.checkout.sessions.create(sessionParams(amount, currency))
  return { session, url: session.url ?? '' }
}

describe('a checkout session', () => {
  it('opens with its amounts, ids and a page, and without a PaymentIntent', async () => {
    const { session, url } = await open()
    expect(session).toMatchObject({
      object: 'checkout.session',
      amount_total: 4900,
      currency: 'usd',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      client_reference_id: 'order_1',
      metadata: { order_id: 'order_1' },
      livemode: false,
    })
    expect(session.id).toMatch(/^cs_test_\w{58}$/)
    expect(session.expires_at - session.created).toBe(24 * 60 * 60)
    const page = await fetch(url)
    expect(page.status).toBe(200)
    const text = await page.text()
    expect(text).toContain('$49.00')
    expect(text).toContain('Foundations of AI architecture')
    expect(text).toContain('https://shop.example/basket')
  })

  it('is paid on its page: redirect, objects and events', async () => {
    const { session, url } = await open()
    const answer = await submit(url, cardForm('4242 4242 4242 4242'))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(
      `https://shop.example/thanks?session_id=${session.id}`,
    )
    const paid = await fixture.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
    })
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      customer_details: { email: 'ada@example.com', name: 'Ada Buyer' },
      line_items: { data: [{ amount_total: 4900, quantity: 1, price: { unit_amount: 4900 } }] },
      payment_intent: {
        status: 'succeeded',
        amount_received: 4900,
        metadata: { order_id: 'order_1' },
        latest_charge: {
          status: 'succeeded',
          paid: true,
          metadata: { order_id: 'order_1' },
          balance_transaction: { amount: 4900, fee: 172, net: 4728, type: 'charge' },
        },
      },
    })
    expect(paid.line_items?.data[0]?.price?.unit_amount_decimal?.toString()).toBe('4900')
    await fixture.control.waitForDeliveries()
    expect(fixture.receiver.types.toSorted()).toEqual([
      'charge.succeeded',
      'charge.updated',
      'checkout.session.completed',
      'payment_intent.created',
      'payment_intent.succeeded',
    ])
  })

  it('is paid once, however often the form is sent', async () => {
    const { url } = await open()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => submit(url, cardForm('4242424242424242'))),
    )
    expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303, 303, 303])
    const charges = await fixture.stripe.charges.list()
    expect(charges.data).toHaveLength(1)
    const page = await (await fetch(url)).text()
    expect(page).toContain('already paid')
  })

  it('is declined once when a declined form is sent twice', async () => {
    const { url } = await open()
    await Promise.all([
      submit(url, cardForm('4000000000000002')),
      submit(url, cardForm('4000000000000002')),
    ])
    expect((await fixture.stripe.charges.list()).data).toHaveLength(1)
  })

  it('survives a decline: same PaymentIntent, a failed charge, a message, then success', async () => {
    const { session, url } = await open()
    const declined = await submit(url, cardForm('4000000000009995'))
    expect(declined.headers.get('location')).toBe(new URL(url).pathname)
    expect(await (await fetch(url)).text()).toContain('insufficient funds')
    const unpaid = await fixture.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent'],
    })
    expect(unpaid).toMatchObject({
      status: 'open',
      payment_intent: {
        status: 'requires_payment_method',
        last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
      },
    })
    await submit(url, cardForm('4242424242424242', 1))
    const charges = await fixture.stripe.charges.list()
    expect(charges.data.map((charge) => charge.status)).toEqual(['succeeded', 'failed'])
    expect(new Set(charges.data.map((charge) => charge.payment_intent)).size).toBe(1)
    expect(charges.data[1]?.outcome?.network_status).toBe('declined_by_network')
  })

  it('asks for 3-D Secure and takes both answers', async () => {
    const { session, url } = await open()
    const asked = await submit(url, cardForm('4000002760003184'))
    expect(asked.headers.get('location')).toBe(`/c/pay/${session.id}/authenticate`)
    expect(await (await fetch(`${url}/authenticate`)).text()).toContain('ending in')
    await submit(`${url}/authenticate`, { attempt: '1', outcome: 'fail' })
    const failed = await fixture.stripe.paymentIntents.list()
    expect(failed.data[0]).toMatchObject({
      status: 'requires_payment_method',
      latest_charge: null,
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    })
    await submit(url, cardForm('4000002760003184', 2))
    const waiting = await fixture.stripe.paymentIntents.list()
    expect(waiting.data[0]).toMatchObject({ status: 'requires_action' })
    const done = await submit(`${url}/authenticate`, { attempt: '3', outcome: 'complete' })
    expect(done.headers.get('location')).toContain('https://shop.example/thanks')
    const [charge] = (await fixture.stripe.charges.list()).data
    expect(charge?.payment_method_details?.card?.three_d_secure?.result).toBe('authenticated')
  })

  it.each([
    ['000123456789', 'succeeded', 'paid', 'checkout.session.async_payment_succeeded'],
    ['000222222227', 'failed', 'unpaid', 'checkout.session.async_payment_failed'],
  ] as const)(
    'takes a delayed payment from account %s that %s',
    async (account, outcome, status, type) => {
      const { session, url } = await open()
      const fields = { ...cardForm(''), method: 'us_bank_account', bank_account: account }
      const answer = await submit(url, fields)
      expect(answer.status).toBe(303)
      const pending = await fixture.stripe.checkout.sessions.retrieve(session.id, {
        expand: ['payment_intent.latest_charge'],
      })
      expect(pending).toMatchObject({
        status: 'complete',
        payment_status: 'unpaid',
        payment_intent: { status: 'processing', latest_charge: { status: 'pending', paid: false } },
      })
      await fixture.control.settlePayment({ session: session.id, outcome })
      const settled = await fixture.stripe.checkout.sessions.retrieve(session.id)
      expect(settled.payment_status).toBe(status)
      const events = await fixture.stripe.events.list({ type })
      expect(events.data).toHaveLength(1)
      const transactions = await fixture.stripe.balanceTransactions.list()
      expect(transactions.data).toHaveLength(outcome === 'succeeded' ? 1 : 0)
    },
  )

  it('names what is wrong in the form and charges nothing', async () => {
    const { url } = await open()
    const answer = await submit(url, {
      ...cardForm('4242424242424241'),
      email: 'nobody',
      expiry: '01 / 20',
      cvc: '1',
    })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('e-mail address such as')
    expect(text).toContain('a digit is missing or wrong')
    expect(text).toContain('The card has expired')
    expect(text).toContain('digits of the security code')
    expect((await fixture.stripe.paymentIntents.list()).data).toHaveLength(0)
  })

  it('expires by the clock and can then not be paid; its PaymentIntent is cancelled', async () => {
    const { session, url } = await open()
    await submit(url, cardForm('4000000000000002'))
    await fixture.control.advanceClock({ seconds: 24 * 60 * 60 + 1 })
    const page = await fetch(url)
    expect(page.status).toBe(410)
    await submit(url, cardForm('4242424242424242', 1))
    const expired = await fixture.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent'],
    })
    expect(expired).toMatchObject({
      status: 'expired',
      url: null,
      payment_intent: { status: 'canceled' },
    })
    expect(
      (await fixture.stripe.events.list({ type: 'checkout.session.expired' })).data,
    ).toHaveLength(1)
  })

  it('is expired by the API once, and not after it was paid', async () => {
    const { session } = await open()
    expect((await fixture.stripe.checkout.sessions.expire(session.id)).status).toBe('expired')
    await expect(fixture.stripe.checkout.sessions.expire(session.id)).rejects.toThrow('expired')
    const other = await open()
    await fixture.control.completeSession({ session: other.session.id })
    await expect(fixture.stripe.checkout.sessions.expire(other.session.id)).rejects.toThrow(
      'complete',
    )
  })

  it('was paid a while ago when nobody was told until now: of its time, and available since', async () => {
    const { session } = await open()
    const { charge } = await fixture.control.completeSession({ session: session.id, daysAgo: 20 })
    const { created } = await fixture.stripe.charges.retrieve(charge ?? '')
    const age = Date.now() / 1000 - created
    expect(Math.round(age / 86_400)).toBe(20)
    const balance = await fixture.stripe.balance.retrieve()
    expect(balance.available).toMatchObject([{ amount: 4728, currency: 'usd' }])
  })

  it('escapes everything that people can put in', async () => {
    const hostile = '<script>alert(1)</script>"\'&'
    const session = await fixture.stripe.checkout.sessions.create({
      ...sessionParams(),
      line_items: [
        {
          price_data: {
            currency: 'usd',
            unit_amount: 500,
            product_data: { name: hostile, description: hostile },
          },
          quantity: 2,
        },
      ],
    })
    const shown = await (await fetch(session.url ?? '')).text()
    expect(shown).not.toContain('<script>alert')
    expect(shown).toContain('&lt;script&gt;alert(1)')
    const refused = await submit(session.url ?? '', { ...cardForm(hostile), name: hostile })
    expect(await refused.text()).not.toContain('<script>alert')
    const dashboard = await fetch(`${fixture.local.url}/?problem=${encodeURIComponent(hostile)}`)
    expect(await dashboard.text()).not.toContain('<script>alert')
  })

  it('makes a customer when asked to, and shows line items in order', async () => {
    const created = await fixture.stripe.checkout.sessions.create(
      sessionParams(1000, 'eur', {
        customer_creation: 'always',
        customer_email: 'fix@example.com',
      }),
    )
    await fixture.control.completeSession({ session: created.id, email: 'fix@example.com' })
    const paid = await fixture.stripe.checkout.sessions.retrieve(created.id, {
      expand: ['customer', 'payment_intent'],
    })
    expect(paid.customer).toMatchObject({ object: 'customer', email: 'fix@example.com' })
    expect(paid.payment_intent).toMatchObject({ customer: (paid.customer as { id: string }).id })
    expect(paid.payment_method_types).toEqual(['card'])
    const lines = await fixture.stripe.checkout.sessions.listLineItems(created.id, { limit: 1 })
    expect(lines.data[0]?.amount_total).toBe(1000)
  })

  it.each([
    ['jpy', 500, '¥500'],
    ['isk', 100_00, 'ISK'],
    ['kwd', 12_340, '12.340'],
  ])('takes %s in its own minor units', async (currency, amount, shown) => {
    const { session, url } = await open(amount, currency)
    expect(session.amount_total).toBe(amount)
    expect(await (await fetch(url)).text()).toContain(shown)
    const { charge } = await fixture.control.completeSession({ session: session.id })
    const { balance_transaction: transaction } = await fixture.stripe.charges.retrieve(
      charge ?? '',
      {
        expand: ['balance_transaction'],
      },
    )
    if (typeof transaction === 'string' || transaction === null) throw new Error('not expanded')
    expect(transaction.amount - transaction.fee).toBe(transaction.net)
    expect(transaction.amount).toBe(amount)
    if (currency === 'kwd') expect(transaction.fee % 10).toBe(0)
  })
})
