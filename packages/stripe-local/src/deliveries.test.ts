import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Fixture, pay, startFixture } from './testing/fixture'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
afterAll(() => fixture.stop())
beforeEach(async () => {
  await fixture.control.reset()
  const { receiver } = fixture
  receiver.received.length = 0
  receiver.rejected.length = 0
  receiver.answers = []
})

async function heldEvents(count = 3): Promise<string[]> {
  await fixture.control.pauseDeliveries()
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { id } = await fixture.control.emitEvent({ type: 'charge.pending', object: { index } })
    ids.push(id)
  }
  return ids
}

const arrived = () => fixture.receiver.received.map(({ event }) => event.id)

describe('deliveries', () => {
  it('are signed, carry the whole event and never wait inside an API answer', async () => {
    await fixture.control.pauseDeliveries()
    const customer = await fixture.stripe.customers.create(
      { email: 'a@example.com' },
      { idempotencyKey: 'k1' },
    )
    expect(fixture.receiver.received).toHaveLength(0)
    await fixture.control.resumeDeliveries()
    await fixture.control.waitForDeliveries()
    const [delivery] = fixture.receiver.received
    expect(delivery?.event).toMatchObject({
      object: 'event',
      type: 'customer.created',
      api_version: '2026-10-28.endive',
      livemode: false,
      pending_webhooks: 1,
      request: { id: expect.stringMatching(/^req_/), idempotency_key: 'k1' },
      data: { object: { id: customer.id, email: 'a@example.com' } },
    })
    expect(delivery?.signature).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/)
    const stored = await fixture.stripe.events.retrieve(delivery?.event.id ?? '')
    expect(stored.pending_webhooks).toBe(0)
  })

  it('are tried again with longer and longer waits until they arrive', async () => {
    fixture.receiver.answers = [500, 302, 503]
    const { id } = await fixture.control.emitEvent({ type: 'charge.pending', object: {} })
    await expect.poll(() => arrived(), { timeout: 3000 }).toEqual([id])
    const [delivery] = await fixture.control.listDeliveries({ event: id })
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 4, lastStatus: 200 })
  })

  it('wait longer each time, by the clock of the server', async () => {
    const { now } = await fixture.control.getClock()
    await fixture.control.setClock({ now, frozen: true })
    fixture.receiver.answers = [500, 500]
    const { id } = await fixture.control.emitEvent({ type: 'charge.pending', object: {} })
    await fixture.control.waitForDeliveries()
    const waits: number[] = []
    for (let round = 0; round < 2; round += 1) {
      const [row] = await fixture.control.listDeliveries({ event: id })
      waits.push((row?.nextAttemptAt ?? 0) - (await fixture.control.getClock()).now * 1000)
      await fixture.control.advanceClock({ seconds: 1 })
      await fixture.control.waitForDeliveries()
    }
    expect(waits).toEqual([10, 20])
    expect(arrived()).toEqual([id])
  })

  it('are given up in the end; the event stays listed as not delivered', async () => {
    fixture.receiver.answers = Array.from({ length: 16 }, () => 500)
    const { id } = await fixture.control.emitEvent({ type: 'charge.pending', object: {} })
    for (let round = 0; round < 16; round += 1) {
      await fixture.control.advanceClock({ seconds: 3600 })
      await fixture.control.waitForDeliveries()
    }
    const [row] = await fixture.control.listDeliveries({ event: id })
    expect(row).toMatchObject({ state: 'failed', attempts: 16 })
    const undelivered = await fixture.stripe.events.list({ delivery_success: false })
    expect(undelivered.data.map((event) => event.id)).toEqual([id])
  })

  it('can be held, shuffled from a seed, repeated and dropped', async () => {
    const ids = await heldEvents(6)
    const [first = '', second = ''] = ids
    await fixture.control.dropDelivery({ event: first })
    await fixture.control.duplicateDelivery({ event: second, times: 2 })
    await fixture.control.flushDeliveries({ order: 'shuffled', seed: 7 })
    const once = arrived()
    expect(once).not.toContain(first)
    expect(once.filter((id) => id === second)).toHaveLength(3)
    expect(once.toSorted()).toEqual([...ids.slice(1), second, second].toSorted())
    expect(once).not.toEqual([...ids.slice(1), second, second])
  })

  it('can be put into a given order, or the same shuffled one again', async () => {
    const ids = await heldEvents(5)
    const wanted = ids.toReversed()
    expect(await fixture.control.reorderDeliveries({ events: wanted })).toEqual(wanted)
    await fixture.control.flushDeliveries({})
    expect(arrived()).toEqual(wanted)
  })

  it('can be sent by hand, several times at once', async () => {
    const [id = ''] = await heldEvents(1)
    const results = await fixture.control.deliver({ event: id, times: 5, concurrency: 5 })
    expect(results.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(arrived()).toEqual([id, id, id, id, id])
    expect((await fixture.stripe.events.retrieve(id)).pending_webhooks).toBe(0)
  })

  it.each([
    [{ secret: 'whsec_another_secret' }, /signature/i],
    [{ timestampOffsetSeconds: -301 }, /tolerance/i],
    [{ signature: 'missing' }, /./],
    [{ signature: 'malformed' }, /./],
    [{ signature: 'tampered' }, /signature/i],
  ] as const)('altered by %j are rejected by the SDK', async (alteration, message) => {
    const [id = ''] = await heldEvents(1)
    const [result] = await fixture.control.deliver({ event: id, alteration })
    expect(result?.status).toBe(400)
    expect(fixture.receiver.rejected.at(-1)).toMatch(message)
    const [row] = await fixture.control.listDeliveries({ event: id })
    expect(row).toMatchObject({ state: 'pending', attempts: 0 })
  })

  it.each([
    [{ livemode: true }, { livemode: true }],
    [{ account: 'acct_other' }, { account: 'acct_other' }],
    [{ apiVersion: '2024-06-20' }, { api_version: '2024-06-20' }],
    [{ eventId: 'evt_other' }, { id: 'evt_other' }],
  ] as const)('altered by %j verify and look so', async (alteration, shown) => {
    const [id = ''] = await heldEvents(1)
    await fixture.control.deliver({ event: id, alteration })
    expect(fixture.receiver.received.at(-1)?.event).toMatchObject(shown)
  })

  it('can be delayed by the clock', async () => {
    const [id = ''] = await heldEvents(1)
    await fixture.control.delayDelivery({ event: id, seconds: 600 })
    await fixture.control.resumeDeliveries()
    await fixture.control.waitForDeliveries()
    expect(arrived()).toEqual([])
    await fixture.control.advanceClock({ seconds: 601 })
    await fixture.control.waitForDeliveries()
    expect(arrived()).toEqual([id])
  })

  it('of a copy have an id of their own', async () => {
    const [id = ''] = await heldEvents(1)
    const [copy = ''] = await fixture.control.duplicateDelivery({ event: id, asNewEvent: true })
    expect(copy).not.toBe(id)
    expect((await fixture.stripe.events.retrieve(copy)).data.object).toEqual({ index: 0 })
  })

  it('carry the object as it was, not as it is', async () => {
    await fixture.control.pauseDeliveries()
    const { charge } = await pay(fixture)
    await fixture.stripe.refunds.create({ charge })
    await fixture.control.flushDeliveries({})
    const success = fixture.receiver.received.find(({ event }) => event.type === 'charge.succeeded')
    expect(success?.event.data.object).toMatchObject({
      amount_refunded: 0,
      balance_transaction: null,
    })
  })

  it('go to the endpoint that the API lists', async () => {
    const [endpoint] = (await fixture.stripe.webhookEndpoints.list()).data
    expect(endpoint).toMatchObject({ status: 'enabled', enabled_events: ['*'], livemode: false })
    expect(endpoint?.secret).toBeUndefined()
  })
})
