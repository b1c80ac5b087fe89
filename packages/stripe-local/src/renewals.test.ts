import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Fixture, periodOf, startFixture, subscribe } from './testing/fixture'

const HOUR = 60 * 60
const DAY = 24 * HOUR

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
afterAll(() => fixture.stop())
beforeEach(async () => {
  await fixture.control.reset()
})

const get = (id: string) =>
  fixture.stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })

async function invoices(subscription: string) {
  return (await fixture.stripe.invoices.list({ subscription, limit: 100 })).data
}

/** The types of the events from a time on, oldest first. The list reaches back 30 days. */
async function typesSince(since: number, pattern: RegExp): Promise<string[]> {
  const events = await fixture.stripe.events.list({ limit: 100, created: { gte: since } })
  return events.data
    .map((event) => event.type)
    .filter((type) => pattern.test(type))
    .toReversed()
}

/** Moves the clock to a moment, never back. */
async function goTo(unix: number): Promise<void> {
  await fixture.control.setClock({ now: unix, frozen: true })
}

describe('a renewal', () => {
  it('begins the next period at its time, and is charged an hour later', async () => {
    const started = await subscribe(fixture)
    const { end } = periodOf(started)
    await goTo(end)
    const begun = await get(started.id)
    expect(begun).toMatchObject({
      status: 'active',
      latest_invoice: {
        status: 'draft',
        billing_reason: 'subscription_cycle',
        automatically_finalizes_at: end + HOUR,
      },
    })
    expect(periodOf(begun).start).toBe(end)
    await goTo(end + HOUR)
    expect((await get(started.id)).latest_invoice).toMatchObject({
      status: 'paid',
      amount_paid: 1900,
    })
    expect((await fixture.stripe.charges.list()).data).toHaveLength(2)
    expect(await typesSince(end + HOUR, /^(charge|invoice|payment_intent)/)).toEqual([
      'payment_intent.created',
      'invoice.finalized',
      'charge.succeeded',
      'payment_intent.succeeded',
      'invoice_payment.paid',
      'invoice.paid',
      'invoice.payment_succeeded',
      'charge.updated',
    ])
  })

  it('follows another in order when the clock moves by a year, each with its own dates', async () => {
    const started = await subscribe(fixture)
    await goTo(started.created + 365 * DAY + HOUR)
    const paid = (await invoices(started.id)).toReversed()
    expect(paid).toHaveLength(13)
    expect(paid.every((invoice) => invoice.status === 'paid')).toBe(true)
    for (const [index, invoice] of paid.slice(1).entries()) {
      // The line is for the period that begins, the invoice for the one that ended.
      expect(invoice.lines.data[0]?.period.start).toBe(paid[index]?.lines.data[0]?.period.end)
      expect(invoice.lines.data[0]?.period.start).toBe(invoice.created)
      expect([invoice.period_start, invoice.period_end]).toEqual([
        paid[index]?.created,
        invoice.created,
      ])
      expect(invoice.status_transitions.paid_at).toBe(invoice.created + HOUR)
      expect(invoice.number).toMatch(new RegExp(`-${String(index + 2).padStart(4, '0')}$`))
    }
    const events = await fixture.stripe.events.list({ type: 'invoice.paid', limit: 100 })
    const times = events.data.map(({ created }) => created)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  it('keeps the day of the month, and takes the last one where a month is shorter', async () => {
    await goTo(Date.UTC(2027, 0, 31, 9) / 1000)
    const started = await subscribe(fixture)
    const ends = [periodOf(started).end]
    for (let month = 0; month < 2; month += 1) {
      await goTo(ends.at(-1) ?? 0)
      ends.push(periodOf(await get(started.id)).end)
    }
    expect(ends.map((end) => new Date(end * 1000).toISOString().slice(0, 16))).toEqual([
      '2027-02-28T09:00',
      '2027-03-31T09:00',
      '2027-04-30T09:00',
    ])
  })
})

describe('a renewal that fails', () => {
  async function failing(options: Parameters<typeof subscribe>[1] = {}) {
    const started = await subscribe(fixture, options)
    await fixture.control.declineRenewals({ customer: String(started.customer), times: 99 })
    const { end } = periodOf(started)
    await goTo(end + HOUR)
    return { id: started.id, customer: String(started.customer), failedAt: end + HOUR }
  }

  it('is past due, tried again after 3, 5 and 7 days, and cancelled in the end', async () => {
    const { id, failedAt } = await failing()
    expect(await get(id)).toMatchObject({
      status: 'past_due',
      latest_invoice: {
        status: 'open',
        attempt_count: 1,
        next_payment_attempt: failedAt + 3 * DAY,
        amount_remaining: 1900,
      },
    })
    await goTo(failedAt + 8 * DAY)
    expect(await get(id)).toMatchObject({
      status: 'past_due',
      latest_invoice: { attempt_count: 3, next_payment_attempt: failedAt + 15 * DAY },
    })
    await goTo(failedAt + 15 * DAY)
    expect(await get(id)).toMatchObject({
      status: 'canceled',
      ended_at: failedAt + 15 * DAY,
      cancellation_details: { reason: 'payment_failed' },
      latest_invoice: { status: 'open', attempt_count: 4, next_payment_attempt: null },
    })
    const failed = await fixture.stripe.events.list({ type: 'invoice.payment_failed' })
    expect(failed.data).toHaveLength(4)
    await goTo(failedAt + 100 * DAY)
    expect(await invoices(id)).toHaveLength(2)
    expect((await fixture.stripe.charges.list({ limit: 100 })).data).toHaveLength(5)
  })

  it('recovers with the next attempt that goes through', async () => {
    const { id, customer, failedAt } = await failing()
    await fixture.control.declineRenewals({ customer, times: 0 })
    await goTo(failedAt + 3 * DAY)
    expect(await get(id)).toMatchObject({ status: 'active', latest_invoice: { status: 'paid' } })
    const intents = await fixture.stripe.invoicePayments.list({ status: 'paid' })
    expect(intents.data).toHaveLength(2)
  })

  it('recovers when the customer pays the open invoice with another card', async () => {
    const { id, customer } = await failing()
    const invoice = String((await fixture.stripe.subscriptions.retrieve(id)).latest_invoice)
    await expect(fixture.stripe.invoices.pay(invoice)).rejects.toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'insufficient_funds',
    })
    // The attempt was made although the answer is a refusal.
    expect((await fixture.stripe.invoices.retrieve(invoice)).attempt_count).toBe(2)
    await fixture.control.declineRenewals({ customer, times: 0 })
    const { paymentMethod } = await fixture.control.changeCard({ customer })
    await fixture.stripe.invoices.pay(invoice, { payment_method: paymentMethod })
    expect(await get(id)).toMatchObject({
      status: 'active',
      default_payment_method: paymentMethod,
      latest_invoice: { status: 'paid' },
    })
  })

  it.each(['unpaid', 'past_due'] as const)('ends as %s when the settings say so', async (after) => {
    await fixture.control.setDunning({ retryDays: [1], after })
    const { id, customer, failedAt } = await failing()
    await goTo(failedAt + DAY)
    expect((await get(id)).status).toBe(after)
    const { end } = periodOf(await get(id))
    await goTo(end + 2 * HOUR)
    const next = (await get(id)).latest_invoice
    expect(next).toMatchObject({ status: after === 'unpaid' ? 'draft' : 'open' })
    await fixture.control.declineRenewals({ customer, times: 0 })
    const newest = (await get(id)).latest_invoice as { id: string }
    if (after === 'unpaid') await fixture.stripe.invoices.finalizeInvoice(newest.id)
    await fixture.stripe.invoices.pay(newest.id)
    expect((await get(id)).status).toBe('active')
  })

  it('needs the customer when the card asks for 3-D Secure every time', async () => {
    const started = await subscribe(fixture, { card: '4000002760003184' })
    await goTo(periodOf(started).end + HOUR)
    expect((await get(started.id)).status).toBe('past_due')
    expect(await typesSince(periodOf(started).end, /^(charge|invoice\.payment)/)).toEqual([
      'invoice.payment_action_required',
      'invoice.payment_failed',
    ])
    const invoice = String((await fixture.stripe.subscriptions.retrieve(started.id)).latest_invoice)
    await fixture.stripe.invoices.pay(invoice, { off_session: false })
    expect((await get(started.id)).status).toBe('active')
  })
})

describe('skipping to what comes next', () => {
  it('takes one subscription through trial, renewal, failure and recovery; the clock stays', async () => {
    const params = { subscription_data: { trial_period_days: 14 } }
    const started = await subscribe(fixture, { params })
    const other = await subscribe(fixture)
    const { now } = await fixture.control.getClock()
    const next = () => fixture.control.skipToNext({ subscription: started.id })
    const statuses: (string | null | undefined)[] = []
    const step = async () => {
      await next()
      const { status, latest_invoice: invoice } = await get(started.id)
      statuses.push(`${status} ${(invoice as { status: string }).status}`)
    }
    // Told of the end of the trial, then its end, the charge, and the next period.
    for (let count = 0; count < 4; count += 1) await step()
    await fixture.control.declineRenewals({ customer: String(started.customer) })
    await step()
    await step()
    expect(statuses).toEqual([
      'trialing paid',
      'active draft',
      'active paid',
      'active draft',
      'past_due open',
      'active paid',
    ])
    expect((await fixture.control.getClock()).now - now).toBeLessThan(60)
    expect(await get(other.id)).toMatchObject({ items: other.items })
    const { start, end } = periodOf(await get(started.id))
    expect(end - start).toBeGreaterThan(27 * DAY)
    await fixture.stripe.subscriptions.cancel(started.id)
    await expect(next()).rejects.toThrow('Nothing will happen')
  })
})

describe('the end of a trial', () => {
  const trial = { subscription_data: { trial_period_days: 14 } }

  it('is announced three days before, and charges the saved card', async () => {
    const started = await subscribe(fixture, { params: trial })
    const end = started.trial_end ?? 0
    await goTo(end - 3 * DAY)
    const notice = await fixture.stripe.events.list({
      type: 'customer.subscription.trial_will_end',
    })
    expect(notice.data).toHaveLength(1)
    await goTo(end)
    expect((await get(started.id)).status).toBe('active')
    await goTo(end + HOUR)
    expect(await get(started.id)).toMatchObject({
      status: 'active',
      latest_invoice: { status: 'paid', amount_paid: 1900, billing_reason: 'subscription_cycle' },
    })
    expect(periodOf(await get(started.id)).start).toBe(end)
  })

  it('is past due when the saved card is declined', async () => {
    const started = await subscribe(fixture, { params: trial, card: '4000000000000341' })
    await goTo((started.trial_end ?? 0) + HOUR)
    expect((await get(started.id)).status).toBe('past_due')
  })

  it.each([
    ['cancel', 'canceled'],
    ['pause', 'paused'],
    ['create_invoice', 'past_due'],
  ] as const)('without a card: %s → %s', async (behavior, status) => {
    const session = await fixture.stripe.checkout.sessions.create({
      mode: 'subscription',
      line_items: [
        {
          price_data: {
            currency: 'usd',
            unit_amount: 1900,
            recurring: { interval: 'month' },
            product_data: { name: 'All-access' },
          },
          quantity: 1,
        },
      ],
      success_url: 'https://shop.example/ok',
      payment_method_collection: 'if_required',
      subscription_data: {
        trial_period_days: 14,
        trial_settings: { end_behavior: { missing_payment_method: behavior } },
      },
    })
    const { subscription } = await fixture.control.completeSessionWithoutCard({
      session: session.id,
    })
    const id = subscription ?? ''
    const started = await get(id)
    await goTo((started.trial_end ?? 0) + HOUR)
    expect((await get(id)).status).toBe(status)
    if (status !== 'paused') return
    const later = (started.trial_end ?? 0) + 20 * DAY
    await goTo(later)
    expect(await invoices(id)).toHaveLength(1)
    await fixture.control.changeCard({ customer: String(started.customer) })
    await fixture.stripe.subscriptions.resume(id)
    expect(await get(id)).toMatchObject({ status: 'active', latest_invoice: { status: 'paid' } })
    expect(await typesSince(later - 20 * DAY, /^customer\.subscription\.(paused|resumed)/)).toEqual(
      ['customer.subscription.paused', 'customer.subscription.resumed'],
    )
  })
})
