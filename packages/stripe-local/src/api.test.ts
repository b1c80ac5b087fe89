import { request } from 'node:http'
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

describe('who may ask', () => {
  it.each(['sk_live_abc', 'rk_live_abc'])('refuses the live key %s', async (key) => {
    const stripe = sdk(fixture.local.port, { key })
    await expect(stripe.customers.list()).rejects.toMatchObject({
      type: 'StripeAuthenticationError',
      statusCode: 401,
      message: expect.stringContaining('live key'),
    })
  })

  it.each(['pk_test_abc', 'whatever', 'sk_test_'])('refuses %s', async (key) => {
    const stripe = sdk(fixture.local.port, { key })
    expect(await refusal(stripe.customers.list())).toMatchObject({ statusCode: 401 })
  })

  it('speaks the pinned version only', async () => {
    const other = fixture.stripe.customers.list({}, { apiVersion: '2024-06-20' })
    expect(await refusal(other)).toMatchObject({
      type: 'StripeInvalidRequestError',
      statusCode: 400,
    })
  })

  it('is not reachable by another host name', async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = fixture.local
      request({ port, host: '127.0.0.1', path: '/', headers: { host: 'evil.example' } })
        .on('response', (response) => resolve(response.statusCode))
        .on('error', reject)
        .end()
    })
    expect(status).toBe(403)
  })

  it('takes no form from another site', async () => {
    const answer = await post(fixture.local.url, '/_control/reset', '', {
      'sec-fetch-site': 'cross-site',
    })
    expect(answer.status).toBe(403)
  })
})

describe('what is refused', () => {
  it('unknown routes, so that nothing missing seems to work', async () => {
    for (const call of [
      fixture.stripe.quotes.list(),
      fixture.stripe.coupons.list(),
      fixture.stripe.topups.create({ amount: 1, currency: 'usd' }),
      fixture.stripe.customers.del('cus_1'),
    ]) {
      expect(await refusal(call)).toMatchObject({
        type: 'StripeInvalidRequestError',
        statusCode: 404,
        requestId: expect.stringMatching(/^req_\w{14}$/),
      })
    }
    expect((await post(fixture.local.url, '/v2/core/accounts', '')).status).toBe(404)
  })

  it.each([
    ['an unknown parameter', { surprise: '1' }, 'parameter_unknown', 'surprise'],
    [
      'an unknown nested one',
      { 'payment_intent_data[x]': '1' },
      'parameter_unknown',
      'payment_intent_data[x]',
    ],
    [
      'a wrong number',
      { 'line_items[0][quantity]': 'two' },
      'parameter_invalid_integer',
      'line_items[0][quantity]',
    ],
    ['a wrong URL', { success_url: 'shop' }, 'url_invalid', 'success_url'],
    ['a wrong e-mail', { customer_email: 'nobody' }, 'email_invalid', 'customer_email'],
    [
      'an empty value',
      { client_reference_id: '' },
      'parameter_invalid_empty',
      'client_reference_id',
    ],
    ['a missing one', { success_url: undefined }, 'parameter_missing', 'success_url'],
    [
      'too little',
      { 'line_items[0][price_data][unit_amount]': '49' },
      'amount_too_small',
      'line_items',
    ],
    [
      'too much',
      { 'line_items[0][price_data][unit_amount]': '100000000' },
      'amount_too_large',
      'line_items',
    ],
    ['another mode', { mode: 'setup' }, undefined, 'mode'],
    [
      'what another mode has',
      { payment_method_collection: 'always' },
      undefined,
      'payment_method_collection',
    ],
    [
      'an expiry too soon',
      { expires_at: String(Math.floor(Date.now() / 1000) + 600) },
      undefined,
      'expires_at',
    ],
    ['an unknown customer', { customer: 'cus_none' }, 'resource_missing', 'customer'],
    [
      'a long metadata key',
      { [`metadata[${'k'.repeat(41)}]`]: 'v' },
      undefined,
      `metadata[${'k'.repeat(41)}]`,
    ],
    ['a long metadata value', { 'metadata[k]': 'v'.repeat(501) }, undefined, 'metadata[k]'],
    ['a prototype', { '__proto__[x]': '1' }, 'parameter_unknown', '__proto__[x]'],
  ])('%s', async (_name, change, code, param) => {
    const form: Record<string, string | undefined> = {
      mode: 'payment',
      'line_items[0][price_data][currency]': 'usd',
      'line_items[0][price_data][unit_amount]': '4900',
      'line_items[0][price_data][product_data][name]': 'Course',
      'line_items[0][quantity]': '1',
      success_url: 'https://shop.example/ok',
      ...change,
    }
    const given = Object.entries(form).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    const answer = await post(
      fixture.local.url,
      '/v1/checkout/sessions',
      new URLSearchParams(given).toString(),
    )
    const { error } = (await answer.json()) as {
      error: { type: string; code?: string; param?: string }
    }
    expect({ status: answer.status, ...error }).toMatchObject({
      status: 400,
      type: 'invalid_request_error',
      param,
      ...(code === undefined ? {} : { code }),
    })
    if (code === undefined) expect(error.code).toBeUndefined()
  })

  it('a body over 1 MB', async () => {
    const answer = await post(
      fixture.local.url,
      '/v1/customers',
      `description=${'x'.repeat(1_100_000)}`,
    )
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } })
  })

  it('an expansion that does not exist', async () => {
    const { session } = await pay(fixture)
    const call = fixture.stripe.checkout.sessions.retrieve(session, { expand: ['setup_intent'] })
    expect(await refusal(call)).toMatchObject({ statusCode: 400, param: 'expand' })
    // The refusal comes after the work was done: nothing of it may stay behind.
    await fixture.control.waitForDeliveries()
    const before = await fixture.control.snapshot()
    await refusal(fixture.stripe.customers.create({ name: 'A', expand: ['tax_ids'] }))
    expect(await fixture.control.snapshot()).toEqual(before)
  })

  it('cancelling the PaymentIntent of a session, but not another', async () => {
    const session = await fixture.stripe.checkout.sessions.create(sessionParams())
    await fixture.control.completeSession({ session: session.id, card: '4000000000000002' })
    const [intent] = (await fixture.stripe.paymentIntents.list()).data
    expect(await refusal(fixture.stripe.paymentIntents.cancel(intent?.id ?? ''))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    })
    const own = await fixture.stripe.paymentIntents.create({ amount: 500, currency: 'usd' })
    const cancelled = await fixture.stripe.paymentIntents.cancel(own.id)
    expect(cancelled).toMatchObject({ status: 'canceled', amount: 500 })
  })
})

describe('metadata', () => {
  it('merges; an empty value removes a key, empty text removes all', async () => {
    const { id } = await fixture.stripe.customers.create({ metadata: { a: '1', b: '2' } })
    const merged = await fixture.stripe.customers.update(id, { metadata: { b: '', c: '3' } })
    expect(merged.metadata).toEqual({ a: '1', c: '3' })
    const [event] = (await fixture.stripe.events.list({ type: 'customer.updated' })).data
    expect(event?.data).toMatchObject({ previous_attributes: { metadata: { b: '2', c: null } } })
    const cleared = await fixture.stripe.customers.update(id, { metadata: '' })
    expect(cleared.metadata).toEqual({})
  })
})

describe('lists', () => {
  it('page through more than 100 events in both directions, none twice', async () => {
    for (let index = 0; index < 130; index += 1) {
      await fixture.stripe.customers.create({ description: String(index) })
    }
    const ids: string[] = []
    for await (const event of fixture.stripe.events.list({ limit: 100 })) ids.push(event.id)
    expect(ids).toHaveLength(130)
    expect(new Set(ids).size).toBe(130)
    const page = await fixture.stripe.events.list({ limit: 10, ending_before: ids[50] ?? '' })
    expect(page.data.map((event) => event.id)).toEqual(ids.slice(40, 50))
    expect(page.has_more).toBe(true)
    const all = await fixture.stripe.customers.list({ limit: 7 }).autoPagingToArray({ limit: 500 })
    expect(all.map((customer) => customer.description)).toEqual(
      Array.from({ length: 130 }, (_value, index) => String(129 - index)),
    )
  })

  it('filter events by type, pattern, time and delivery', async () => {
    await pay(fixture)
    const patterned = await fixture.stripe.events.list({ type: 'payment_intent.*' })
    expect(patterned.data.map((event) => event.type)).toEqual([
      'payment_intent.succeeded',
      'payment_intent.created',
    ])
    const typed = await fixture.stripe.events.list({ types: ['charge.succeeded'] })
    expect(typed.data).toHaveLength(1)
    const future = Math.floor(Date.now() / 1000) + 60
    expect((await fixture.stripe.events.list({ created: { gte: future } })).data).toHaveLength(0)
    await fixture.control.waitForDeliveries()
    expect((await fixture.stripe.events.list({ delivery_success: false })).data).toHaveLength(0)
    expect((await fixture.stripe.events.list({ delivery_success: true })).data).toHaveLength(5)
  })

  it('refuse a page size or a cursor that cannot be', async () => {
    expect(await refusal(fixture.stripe.events.list({ limit: 101 }))).toMatchObject({
      param: 'limit',
    })
    expect(await refusal(fixture.stripe.events.list({ starting_after: 'evt_x' }))).toMatchObject({
      code: 'resource_missing',
      param: 'starting_after',
    })
  })
})
