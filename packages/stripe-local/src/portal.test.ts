import type Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  cardForm,
  type Fixture,
  periodOf,
  startFixture,
  submit,
  subscribe,
} from './testing/fixture'
import { refusal } from './testing/requests'

const HOUR = 60 * 60

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
afterAll(() => fixture.stop())
beforeEach(async () => {
  await fixture.control.reset()
})

/** What the card form of the portal and of an invoice sends. */
function card(number: string): Record<string, string> {
  const { card_number = '', expiry = '', cvc = '', name = '' } = cardForm(number)
  return { card_number, expiry, cvc, name }
}

async function visit(
  subscription: Stripe.Subscription,
  rest: Partial<Stripe.BillingPortal.SessionCreateParams> = {},
) {
  const session = await fixture.stripe.billingPortal.sessions.create({
    customer: String(subscription.customer),
    return_url: 'https://shop.example/account',
    ...rest,
  })
  return { url: session.url, page: async () => (await fetch(session.url)).text() }
}

const get = (id: string) => fixture.stripe.subscriptions.retrieve(id)

describe('the portal', () => {
  it('shows what is subscribed to, the card and the invoices, and is marked as a test', async () => {
    const subscription = await subscribe(fixture)
    const page = await (await visit(subscription)).page()
    expect(page).toContain('Local test mode')
    expect(page).toContain('All-access')
    expect(page).toContain('$19.00 every month')
    expect(page).toContain('visa</span> ending in 4242')
    expect(page).toContain('https://shop.example/account')
    const [invoice] = (await fixture.stripe.invoices.list()).data
    expect(page).toContain(invoice?.number)
    expect(page).toContain(invoice?.hosted_invoice_url)
    expect(page).not.toContain('Change the plan')
  })

  it('cancels after a question, by the date and not the flag, and takes it back', async () => {
    const subscription = await subscribe(fixture)
    const { url, page } = await visit(subscription)
    const question = await fetch(`${url}/cancel?subscription=${subscription.id}`)
    expect(await question.text()).toContain('Cancel All-access?')
    const form = { subscription: subscription.id }
    const answer = await submit(`${url}/cancel`, form)
    expect(answer.headers.get('location')).toBe(`${new URL(url).pathname}?done=cancel`)
    expect(await get(subscription.id)).toMatchObject({
      cancel_at: periodOf(subscription).end,
      cancel_at_period_end: false,
      cancellation_details: { reason: 'cancellation_requested', feedback: null },
    })
    expect(await page()).toContain('Keep the subscription')
    await submit(`${url}/keep`, form)
    expect(await get(subscription.id)).toMatchObject({ cancel_at: null, canceled_at: null })
  })

  it('saves another card, which pays the next renewal, and names what is wrong with one', async () => {
    const subscription = await subscribe(fixture)
    const { url, page } = await visit(subscription)
    const wrong = await submit(`${url}/card`, card('4000000000000002'))
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Your card was declined.')
    await submit(`${url}/card`, card('5555555555554444'))
    expect(await page()).toContain('mastercard</span> ending in 4444')
    const { default_payment_method: method } = await get(subscription.id)
    const methods = await fixture.stripe.customers.listPaymentMethods(String(subscription.customer))
    expect(methods.data.map(({ id }) => id)).toContain(method)
    await fixture.control.advanceToRenewal({ subscription: subscription.id })
    const [charge] = (await fixture.stripe.charges.list()).data
    expect(charge?.payment_method).toBe(method)
  })

  it('switches to the prices that it is configured with, and to no others', async () => {
    const subscription = await subscribe(fixture)
    const product = String(subscription.items.data[0]?.price.product)
    const price = (unit_amount: number) =>
      fixture.stripe.prices.create({
        product,
        currency: 'usd',
        unit_amount,
        recurring: { interval: 'year' },
      })
    const yearly = await price(19_000)
    const other = await price(100)
    const configuration = await fixture.stripe.billingPortal.configurations.create({
      features: {
        subscription_update: {
          enabled: true,
          default_allowed_updates: ['price'],
          products: [{ product, prices: [yearly.id] }],
          proration_behavior: 'always_invoice',
        },
      },
    })
    const { url, page } = await visit(subscription, { configuration: configuration.id })
    const shown = await page()
    expect(shown).toContain('$190.00 every year')
    expect(shown).not.toContain('Save the new card')
    expect(shown).not.toContain('Cancel the subscription')
    const form = { subscription: subscription.id }
    expect((await submit(`${url}/switch`, { ...form, price: other.id })).status).toBe(404)
    expect((await submit(`${url}/cancel`, form)).status).toBe(404)
    await fixture.control.declineRenewals({ customer: String(subscription.customer) })
    const declined = await submit(`${url}/switch`, { ...form, price: yearly.id })
    expect(declined.headers.get('location')).toContain('problem=Your%20card%20was%20declined.')
    expect((await get(subscription.id)).items.data[0]?.price.unit_amount).toBe(1900)
    // The change was undone, and with it the decline that was asked for.
    await fixture.control.declineRenewals({ customer: String(subscription.customer), times: 0 })
    await submit(`${url}/switch`, { ...form, price: yearly.id })
    expect((await get(subscription.id)).items.data[0]?.price.id).toBe(yearly.id)
  })

  it('does one thing alone when a flow asks for it, and goes where that leads', async () => {
    const subscription = await subscribe(fixture)
    const { url, page } = await visit(subscription, {
      flow_data: {
        type: 'subscription_cancel',
        subscription_cancel: { subscription: subscription.id },
        after_completion: {
          type: 'redirect',
          redirect: { return_url: 'https://shop.example/gone' },
        },
      },
    })
    expect(await page()).toContain('Cancel All-access?')
    const answer = await submit(`${url}/cancel`, { subscription: subscription.id })
    expect(answer.headers.get('location')).toBe('https://shop.example/gone')
  })

  it('belongs to one customer, for an hour', async () => {
    const mine = await subscribe(fixture)
    const other = await subscribe(fixture)
    const { url } = await visit(mine)
    expect((await submit(`${url}/cancel`, { subscription: other.id })).status).toBe(404)
    expect((await get(other.id)).cancel_at).toBeNull()
    await fixture.control.advanceClock({ seconds: HOUR + 1 })
    expect((await fetch(url)).status).toBe(410)
    expect((await submit(`${url}/cancel`, { subscription: mine.id })).status).toBe(410)
    expect((await fetch(`${fixture.local.url}/p/session/test_nobody`)).status).toBe(404)
    const unknown = fixture.stripe.billingPortal.sessions.create({ customer: 'cus_none' })
    expect(await refusal(unknown)).toMatchObject({ code: 'resource_missing' })
  })
})

describe('the page of an invoice', () => {
  it('lets the customer pay what a renewal could not collect, once', async () => {
    const subscription = await subscribe(fixture)
    const customer = String(subscription.customer)
    await fixture.control.declineRenewals({ customer })
    const { status, invoice } = await fixture.control.advanceToRenewal({
      subscription: subscription.id,
    })
    expect(status).toBe('past_due')
    const { hosted_invoice_url: link } = await fixture.stripe.invoices.retrieve(invoice ?? '')
    const url = link ?? ''
    expect(await (await fetch(url)).text()).toContain('Pay $19.00')
    const declined = await submit(url, card('4000000000000341'))
    expect(declined.status).toBe(402)
    expect(await declined.text()).toContain('Your card was declined.')
    await Promise.all([
      submit(url, card('4242424242424242')),
      submit(url, card('4242424242424242')),
    ])
    expect((await get(subscription.id)).status).toBe('active')
    const charges = (await fixture.stripe.charges.list()).data
    expect(charges.filter((charge) => charge.status === 'succeeded')).toHaveLength(2)
    expect(await (await fetch(url)).text()).toContain('There is nothing to pay.')
  })
})
