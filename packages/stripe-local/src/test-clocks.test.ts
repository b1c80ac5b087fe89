import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Fixture, periodOf, startFixture, subscribe } from './testing/fixture'
import { refusal } from './testing/requests'

const HOUR = 60 * 60
const DAY = 24 * HOUR
const START = Date.UTC(2030, 0, 31, 12) / 1000

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
afterAll(() => fixture.stop())
beforeEach(async () => {
  await fixture.control.reset()
})

async function customerOnClock() {
  const clock = await fixture.stripe.testHelpers.testClocks.create({ frozen_time: START })
  const { id } = await fixture.stripe.customers.create({
    email: 'ada@example.com',
    test_clock: clock.id,
  })
  return { clock: clock.id, customer: id }
}

describe('a test clock', () => {
  it('moves its own customers, in order, and nobody else', async () => {
    const { clock, customer } = await customerOnClock()
    const onClock = await subscribe(fixture, { params: { customer } })
    const other = await subscribe(fixture)
    expect(onClock).toMatchObject({ created: START, test_clock: clock })
    const advancing = await fixture.stripe.testHelpers.testClocks.advance(clock, {
      frozen_time: START + 60 * DAY,
    })
    expect(advancing.status).toBe('advancing')
    expect((await fixture.stripe.testHelpers.testClocks.retrieve(clock)).status).toBe('ready')
    const paid = await fixture.stripe.invoices.list({ subscription: onClock.id })
    expect(paid.data.map((invoice) => [invoice.created, invoice.status])).toEqual([
      [Date.UTC(2030, 2, 31, 12) / 1000, 'paid'],
      [Date.UTC(2030, 1, 28, 12) / 1000, 'paid'],
      [START, 'paid'],
    ])
    expect((await fixture.stripe.invoices.list({ subscription: other.id })).data).toHaveLength(1)
    const events = await fixture.stripe.events.list({ type: 'test_helpers.test_clock.*' })
    expect(events.data.map(({ type }) => type.split('.').at(-1))).toEqual([
      'ready',
      'advancing',
      'created',
    ])
  })

  it('stands still while the time of the server moves', async () => {
    const { customer } = await customerOnClock()
    const { id } = await subscribe(fixture, { params: { customer } })
    await fixture.control.advanceClock({ seconds: 400 * DAY })
    expect((await fixture.stripe.invoices.list({ subscription: id })).data).toHaveLength(1)
  })

  it('decides what a change comes to', async () => {
    const { clock, customer } = await customerOnClock()
    const started = await subscribe(fixture, { params: { customer } })
    const half = START + 14 * DAY
    await fixture.stripe.testHelpers.testClocks.advance(clock, { frozen_time: half })
    const ended = await fixture.stripe.subscriptions.cancel(started.id, {
      prorate: true,
      invoice_now: true,
      expand: ['latest_invoice'],
    })
    expect(periodOf(started).end - START).toBe(28 * DAY)
    expect(ended).toMatchObject({ ended_at: half, latest_invoice: { created: half, total: -950 } })
  })

  it('never goes back', async () => {
    const { clock } = await customerOnClock()
    const call = fixture.stripe.testHelpers.testClocks.advance(clock, { frozen_time: START })
    expect(await refusal(call)).toMatchObject({ statusCode: 400, param: 'frozen_time' })
    expect(
      await refusal(fixture.stripe.customers.create({ test_clock: 'clock_none' })),
    ).toMatchObject({ code: 'resource_missing', param: 'test_clock' })
  })
})
