import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Fixture, pay, sdk, sessionParams, startFixture } from './testing/fixture'
import { post, refusal } from './testing/requests'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
afterAll(() => fixture.stop())
beforeEach(async () => {
  await fixture.control.reset()
})

describe('idempotency keys', () => {
  it('replay the first answer and make one object', async () => {
    const options = { idempotencyKey: 'order:1:checkout:v1' }
    const first = await fixture.stripe.checkout.sessions.create(sessionParams(), options)
    const second = await fixture.stripe.checkout.sessions.create(sessionParams(), options)
    expect(second.id).toBe(first.id)
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect((await fixture.stripe.checkout.sessions.list()).data).toHaveLength(1)
  })

  it('refuse other parameters', async () => {
    const options = { idempotencyKey: 'key' }
    await fixture.stripe.checkout.sessions.create(sessionParams(4900), options)
    const other = fixture.stripe.checkout.sessions.create(sessionParams(5000), options)
    expect(await refusal(other)).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
  })

  it('answer 409 while the first request is under way, and replay afterwards', async () => {
    const { charge } = await pay(fixture)
    await fixture.control.injectFault({
      pathPrefix: '/v1/refunds',
      kind: 'delay',
      milliseconds: 150,
    })
    const options = { idempotencyKey: 'refund:1' }
    const first = fixture.stripe.refunds.create({ charge }, options)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await refusal(fixture.stripe.refunds.create({ charge }, options))).toMatchObject({
      statusCode: 409,
      code: 'idempotency_key_in_use',
    })
    const { id } = await first
    expect((await fixture.stripe.refunds.create({ charge }, options)).id).toBe(id)
  })

  it('replay refusals of the work, not of the parameters', async () => {
    const { charge } = await pay(fixture)
    const options = { idempotencyKey: 'refund:2' }
    await refusal(fixture.stripe.refunds.create({ charge, amount: 5000 }, options))
    const again = await post(fixture.local.url, '/v1/refunds', `charge=${charge}&amount=5000`, {
      'idempotency-key': 'refund:2',
    })
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    const wrong = await post(fixture.local.url, '/v1/refunds', 'nonsense=1', {
      'idempotency-key': 'refund:3',
    })
    expect(wrong.status).toBe(400)
    const right = await post(fixture.local.url, '/v1/refunds', `charge=${charge}`, {
      'idempotency-key': 'refund:3',
    })
    expect(right.status).toBe(200)
  })

  it('are forgotten after a day', async () => {
    const options = { idempotencyKey: 'daily' }
    const first = await fixture.stripe.customers.create({ name: 'A' }, options)
    await fixture.control.advanceClock({ seconds: 24 * 60 * 60 + 1 })
    const second = await fixture.stripe.customers.create({ name: 'B' }, options)
    expect(second.id).not.toBe(first.id)
  })
})

describe('faults', () => {
  it.each([
    ['rate_limit', 'StripeRateLimitError', 429],
    ['server_error', 'StripeAPIError', 500],
  ] as const)('%s throws %s, then all is well', async (kind, type, statusCode) => {
    await fixture.control.injectFault({ pathPrefix: '/v1/customers', kind })
    expect(await refusal(fixture.stripe.customers.list())).toMatchObject({ type, statusCode })
    expect((await fixture.stripe.customers.list()).data).toEqual([])
  })

  it('a lost answer does not lose the refund: the retry finds it done', async () => {
    const { charge } = await pay(fixture)
    const patient = sdk(fixture.local.port, { retries: 2 })
    await fixture.control.injectFault({
      pathPrefix: '/v1/refunds',
      kind: 'disconnect',
      when: 'after',
    })
    const refund = await patient.refunds.create({ charge, amount: 900 }, { idempotencyKey: 'lost' })
    expect(refund.status).toBe('succeeded')
    expect((await fixture.stripe.refunds.list({ charge })).data).toHaveLength(1)
  })

  it('no answer at all becomes a connection error', async () => {
    await fixture.control.injectFault({ pathPrefix: '/v1/events', kind: 'timeout' })
    const call = fixture.stripe.events.list({}, { timeout: 100 })
    expect(await refusal(call)).toMatchObject({ type: 'StripeConnectionError' })
  })
})
