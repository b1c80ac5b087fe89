import type Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Fixture, periodOf, startFixture, subscribe } from './testing/fixture'
import { refusal } from './testing/requests'

const HOUR = 60 * 60
const DAY = 24 * HOUR

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
afterAll(() => fixture.stop())
beforeEach(async () => {
  await fixture.control.reset()
  await fixture.control.setClock({ now: Date.UTC(2027, 3, 1) / 1000, frozen: true })
})

const get = (id: string) =>
  fixture.stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })

async function goTo(unix: number): Promise<void> {
  await fixture.control.setClock({ now: unix, frozen: true })
}

/** What another plan asks for the only item of a subscription. */
function toPrice(subscription: Stripe.Subscription, amount: number, interval: 'month' | 'year') {
  const [item] = subscription.items.data
  return {
    items: [
      {
        id: item?.id ?? '',
        price_data: {
          currency: 'usd',
          product: String(item?.price.product),
          unit_amount: amount,
          recurring: { interval },
        },
      },
    ],
  }
}

async function lines(subscription: string): Promise<[string | null, number][][]> {
  const invoices = await fixture.stripe.invoices.list({ subscription, limit: 100 })
  return invoices.data
    .toReversed()
    .map((invoice) => invoice.lines.data.map(({ description, amount }) => [description, amount]))
}

describe('another price', () => {
  it('waits for the next invoice: credit and charge for the rest of the month', async () => {
    const started = await subscribe(fixture, { amount: 3000 })
    await goTo(started.created + 15 * DAY)
    await fixture.stripe.subscriptions.update(started.id, toPrice(started, 6000, 'month'))
    expect(await lines(started.id)).toHaveLength(1)
    await goTo(periodOf(started).end + HOUR)
    expect((await lines(started.id))[1]).toEqual([
      ['Unused time on All-access after 16 Apr 2027', -1500],
      ['Remaining time on All-access after 16 Apr 2027', 3000],
      ['1 × All-access (at $60.00 / month)', 6000],
    ])
    expect((await get(started.id)).latest_invoice).toMatchObject({ status: 'paid', total: 7500 })
  })

  it('is invoiced at once when asked for, or not at all', async () => {
    const started = await subscribe(fixture, { amount: 3000 })
    await goTo(started.created + 15 * DAY)
    const more = await fixture.stripe.subscriptions.update(started.id, {
      ...toPrice(started, 6000, 'month'),
      proration_behavior: 'always_invoice',
      expand: ['latest_invoice'],
    })
    expect(more).toMatchObject({
      status: 'active',
      latest_invoice: { status: 'paid', total: 1500, billing_reason: 'subscription_update' },
    })
    await fixture.stripe.subscriptions.update(started.id, {
      ...toPrice(more, 9000, 'month'),
      proration_behavior: 'none',
    })
    await goTo(periodOf(started).end + HOUR)
    expect((await lines(started.id))[2]).toEqual([['1 × All-access (at $90.00 / month)', 9000]])
  })

  it('of another interval begins a period now, less the credit for the old one', async () => {
    const started = await subscribe(fixture, { amount: 3000 })
    const at = started.created + 15 * DAY
    await goTo(at)
    const yearly = await fixture.stripe.subscriptions.update(
      started.id,
      toPrice(started, 30_000, 'year'),
    )
    expect(periodOf(yearly)).toEqual({ start: at, end: Date.UTC(2028, 3, 16) / 1000 })
    expect(yearly.billing_cycle_anchor).toBe(at)
    expect((await lines(started.id))[1]).toEqual([
      ['Unused time on All-access after 16 Apr 2027', -1500],
      ['1 × All-access (at $300.00 / year)', 30_000],
    ])
    expect((await get(started.id)).latest_invoice).toMatchObject({ status: 'paid', total: 28_500 })
  })

  it('that costs less leaves a credit, which pays the next invoices and is never negative', async () => {
    const started = await subscribe(fixture, { amount: 30_000, interval: 'year' })
    await goTo(started.created + DAY)
    const monthly = await fixture.stripe.subscriptions.update(
      started.id,
      toPrice(started, 3000, 'month'),
    )
    const credit = -(3000 - Math.round((30_000 * 365) / 366))
    expect((await get(started.id)).latest_invoice).toMatchObject({
      status: 'paid',
      amount_due: 0,
      total: -credit,
      ending_balance: -credit,
    })
    const customer = await fixture.stripe.customers.retrieve(String(started.customer))
    expect(customer).toMatchObject({ balance: -credit })
    await goTo(periodOf(monthly).end + HOUR)
    expect((await get(started.id)).latest_invoice).toMatchObject({
      status: 'paid',
      amount_due: 0,
      starting_balance: -credit,
      ending_balance: 3000 - credit,
    })
    expect((await fixture.stripe.charges.list()).data).toHaveLength(1)
  })

  it('that cannot be paid is past due, or undone when that is asked for', async () => {
    const started = await subscribe(fixture, { amount: 3000 })
    await fixture.control.declineRenewals({ customer: String(started.customer), times: 2 })
    const wanted = toPrice(started, 30_000, 'year')
    const events = (await fixture.stripe.events.list({ limit: 100 })).data.length
    expect(
      await refusal(
        fixture.stripe.subscriptions.update(started.id, {
          ...wanted,
          payment_behavior: 'error_if_incomplete',
        }),
      ),
    ).toMatchObject({ statusCode: 402, code: 'card_declined' })
    expect(await fixture.stripe.subscriptions.retrieve(started.id)).toEqual(started)
    expect((await fixture.stripe.events.list({ limit: 100 })).data).toHaveLength(events)
    await fixture.stripe.subscriptions.update(started.id, wanted)
    expect(await get(started.id)).toMatchObject({
      status: 'past_due',
      latest_invoice: { status: 'open', attempt_count: 1 },
    })
  })
})

describe('a preview', () => {
  it.each(['month', 'year'] as const)(
    'of another %s price is what the change then costs',
    async (interval) => {
      const started = await subscribe(fixture, { amount: 3000 })
      const at = started.created + 10 * DAY
      await goTo(at)
      const { items } = toPrice(started, 36_000, interval)
      await fixture.control.waitForDeliveries()
      const before = await fixture.control.snapshot()
      const preview = await fixture.stripe.invoices.createPreview({
        subscription: started.id,
        subscription_details: { items, proration_behavior: 'always_invoice', proration_date: at },
      })
      expect(preview.status).toBe('draft')
      expect(await fixture.control.snapshot()).toEqual(before)
      await fixture.stripe.subscriptions.update(started.id, {
        items,
        proration_behavior: 'always_invoice',
        proration_date: at,
      })
      const { latest_invoice: invoice } = await get(started.id)
      expect(invoice).toMatchObject({ amount_due: preview.amount_due, total: preview.total })
      expect((await lines(started.id))[1]).toEqual(
        preview.lines.data.map(({ description, amount }) => [description, amount]),
      )
    },
  )

  it('of no change is the next renewal', async () => {
    const started = await subscribe(fixture, { amount: 3000 })
    const preview = await fixture.stripe.invoices.createPreview({ subscription: started.id })
    expect(preview).toMatchObject({ amount_due: 3000, billing_reason: 'subscription_cycle' })
    expect(preview.lines.data[0]?.period.start).toBe(periodOf(started).end)
    expect(await lines(started.id)).toHaveLength(1)
  })
})

describe('a new billing cycle', () => {
  it('begins now and is invoiced at once, without credit when none is wanted', async () => {
    const started = await subscribe(fixture, { amount: 3000 })
    const at = started.created + 10 * DAY
    await goTo(at)
    const anew = await fixture.stripe.subscriptions.update(started.id, {
      billing_cycle_anchor: { type: 'now' },
      proration_behavior: 'none',
    })
    expect(periodOf(anew)).toEqual({ start: at, end: Date.UTC(2027, 4, 11) / 1000 })
    expect((await get(started.id)).latest_invoice).toMatchObject({ status: 'paid', total: 3000 })
  })
})

describe('an end', () => {
  it('at the end of the period, called off, and asked for again by its date', async () => {
    const started = await subscribe(fixture)
    const { end } = periodOf(started)
    const ending = await fixture.stripe.subscriptions.update(started.id, {
      cancel_at_period_end: true,
      cancellation_details: { feedback: 'too_expensive' },
    })
    expect(ending).toMatchObject({
      status: 'active',
      cancel_at: end,
      cancel_at_period_end: true,
      canceled_at: started.created,
      cancellation_details: { reason: 'cancellation_requested', feedback: 'too_expensive' },
    })
    const kept = await fixture.stripe.subscriptions.update(started.id, {
      cancel_at_period_end: false,
    })
    expect(kept).toMatchObject({ cancel_at: null, cancel_at_period_end: false, canceled_at: null })
    await goTo(end + HOUR)
    const later = periodOf(await get(started.id)).end
    await fixture.stripe.subscriptions.update(started.id, { cancel_at: 'min_period_end' })
    await goTo(later)
    expect(await get(started.id)).toMatchObject({
      status: 'canceled',
      cancel_at_period_end: false,
      ended_at: later,
    })
    await goTo(later + 90 * DAY)
    expect(await lines(started.id)).toHaveLength(2)
    const listed = await fixture.stripe.subscriptions.list()
    expect(listed.data).toHaveLength(0)
    expect((await fixture.stripe.subscriptions.list({ status: 'all' })).data).toHaveLength(1)
  })

  it('now, with the credit for the rest on a last invoice', async () => {
    const started = await subscribe(fixture, { amount: 3000 })
    await goTo(started.created + 15 * DAY)
    const ended = await fixture.stripe.subscriptions.cancel(started.id, {
      prorate: true,
      invoice_now: true,
      cancellation_details: { comment: 'Moving on' },
    })
    expect(ended).toMatchObject({
      status: 'canceled',
      ended_at: started.created + 15 * DAY,
      cancellation_details: { comment: 'Moving on', reason: 'cancellation_requested' },
    })
    expect((await lines(started.id))[1]).toEqual([
      ['Unused time on All-access after 16 Apr 2027', -1500],
    ])
    const customer = await fixture.stripe.customers.retrieve(String(started.customer))
    expect(customer).toMatchObject({ balance: -1500 })
    const [deleted] = (await fixture.stripe.events.list({ type: 'customer.subscription.deleted' }))
      .data
    expect(deleted?.data.object).toMatchObject({ id: started.id, status: 'canceled' })
    expect(await refusal(fixture.stripe.subscriptions.cancel(started.id))).toMatchObject({
      statusCode: 400,
    })
    expect(
      await refusal(
        fixture.stripe.subscriptions.update(started.id, { cancel_at_period_end: true }),
      ),
    ).toMatchObject({ code: 'invalid_canceled_subscription_fields' })
  })
})

describe('a pause', () => {
  it.each([
    ['void', 'void'],
    ['mark_uncollectible', 'uncollectible'],
    ['keep_as_draft', 'draft'],
  ] as const)('%s: no money is collected until it resumes', async (behavior, status) => {
    const started = await subscribe(fixture)
    const { end } = periodOf(started)
    const paused = await fixture.stripe.subscriptions.update(started.id, {
      pause_collection: { behavior, resumes_at: end + 5 * DAY },
    })
    expect(paused).toMatchObject({ status: 'active', pause_collection: { behavior } })
    await goTo(end + HOUR)
    expect(await get(started.id)).toMatchObject({ status: 'active', latest_invoice: { status } })
    await goTo(end + 5 * DAY)
    expect((await get(started.id)).pause_collection).toBeNull()
    await goTo(periodOf(await get(started.id)).end + HOUR)
    expect((await get(started.id)).latest_invoice).toMatchObject({ status: 'paid' })
    expect((await fixture.stripe.charges.list()).data).toHaveLength(2)
  })

  it('is lifted by hand', async () => {
    const started = await subscribe(fixture)
    await fixture.stripe.subscriptions.update(started.id, {
      pause_collection: { behavior: 'void' },
    })
    const resumed = await fixture.stripe.subscriptions.update(started.id, { pause_collection: '' })
    expect(resumed.pause_collection).toBeNull()
  })
})

describe('a subscription of the API', () => {
  async function customerWith(method: string) {
    const { id } = await fixture.stripe.customers.create({ email: 'ada@example.com' })
    const attached = await fixture.stripe.paymentMethods.attach(method, { customer: id })
    await fixture.stripe.customers.update(id, {
      invoice_settings: { default_payment_method: attached.id },
    })
    const product = await fixture.stripe.products.create({ name: 'All-access' })
    const price = await fixture.stripe.prices.create({
      product: product.id,
      currency: 'jpy',
      unit_amount: 1900,
      recurring: { interval: 'month' },
    })
    return { customer: id, items: [{ price: price.id }] }
  }

  it('is active when its first invoice is paid', async () => {
    const created = await fixture.stripe.subscriptions.create(await customerWith('pm_card_visa'))
    expect(created).toMatchObject({ status: 'active', currency: 'jpy' })
  })

  it('is incomplete when it is not, and expires after 23 hours with nothing owed', async () => {
    const wanted = await customerWith('pm_card_chargeCustomerFail')
    const created = await fixture.stripe.subscriptions.create(wanted)
    expect(created.status).toBe('incomplete')
    await goTo(created.created + 23 * HOUR)
    expect(await get(created.id)).toMatchObject({
      status: 'incomplete_expired',
      latest_invoice: { status: 'void', amount_remaining: 0 },
    })
    expect(
      await refusal(
        fixture.stripe.subscriptions.create({
          ...wanted,
          payment_behavior: 'error_if_incomplete',
        }),
      ),
    ).toMatchObject({ statusCode: 402 })
    expect((await fixture.stripe.subscriptions.list({ status: 'all' })).data).toHaveLength(1)
  })

  it('ends its trial at once when told to', async () => {
    const wanted = await customerWith('pm_card_visa')
    const created = await fixture.stripe.subscriptions.create({ ...wanted, trial_period_days: 30 })
    expect(created.status).toBe('trialing')
    await goTo(created.created + DAY)
    await fixture.stripe.subscriptions.update(created.id, { trial_end: 'now' })
    expect(await get(created.id)).toMatchObject({
      status: 'active',
      trial_end: created.created + DAY,
      latest_invoice: { status: 'paid', total: 1900 },
    })
  })
})
