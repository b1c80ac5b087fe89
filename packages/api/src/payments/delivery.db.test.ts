import { randomUUID } from 'node:crypto'
import type Stripe from 'stripe'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { awaitReturn } from '../orders/commands/await-return'
import { expectInvariants, standing } from '../testing/books'
import { createShop, type Shop, webhookSecret } from '../testing/shop'
import { claimTarget, leaseSeconds } from './commands/claim-target'
import { commitFacts } from './commands/commit-facts'
import { fetchFacts } from './commands/fetch-facts'
import { receiveEvent } from './commands/receive-event'
import { pollOpenOrders, reconcile, sweepEvents } from './commands/reconcile'
import { syncOrder, syncTarget } from './commands/sync-target'
import { maxSyncAttempts } from './rules/backoff'
import { orderTargetKey } from './rules/event-target'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await reconcile(shop.deps)
  await shop.settle()
  await expectInvariants(shop)
})

/** An order that was paid, with the events that nobody has delivered yet. */
async function paidUnseen() {
  await shop.settle()
  const course = await shop.course(4900n)
  const order = await shop.checkOut(await shop.buyer(), [course.id])
  const paymentIntent = await shop.pay(order)
  const events = await shop.collect()
  return { ...order, paymentIntent, events, key: orderTargetKey(order.orderId) }
}

const completed = (events: Stripe.Event[]) =>
  events.find((event) => event.type === 'checkout.session.completed')!

const asPaid = {
  status: 'paid',
  review: null,
  grants: ['active'],
  ledger: {
    platform_revenue: -1470,
    processor_fees: 172,
    provider_payable: -3430,
    stripe_balance: 4728,
  },
}

const planFor = (order: { orderId: string; sessionId: string }) => ({
  orderId: order.orderId,
  sessionId: order.sessionId,
  paymentIntentId: null,
  hintedSessionIds: [],
  hintedIntentIds: [],
  searchSince: null,
  hasCharges: false,
})

const receive = (body: Uint8Array, signature: string | null, secrets = [webhookSecret]) =>
  receiveEvent(shop.deps, { body, signature, secrets })

const rowOf = (id: string) => shop.db.stripeEvent.findUnique({ where: { id } })

describe('A. Delivery', () => {
  test('2 the same event 50 times at once → one row, one effect', async () => {
    const order = await paidUnseen()
    const event = completed(order.events)
    const results = await Promise.all(Array.from({ length: 50 }, () => shop.deliver(event)))
    expect(results.filter((result) => result.outcome === 'queued')).toHaveLength(1)
    expect(await rowOf(event.id)).toMatchObject({ deliveries: 50, state: 'queued' })
    expect(
      (await shop.db.syncTarget.findUniqueOrThrow({ where: { key: order.key } })).dirtySeq,
    ).toBe(1n)
    await shop.drain()
    expect(await standing(shop, order.orderId)).toEqual(asPaid)
    expect(await rowOf(event.id)).toMatchObject({ state: 'reconciled' })
  })

  test('3 the same fact under two event ids → one posting', async () => {
    const order = await paidUnseen()
    const event = completed(order.events)
    for (const copy of [event, { ...event, id: `${event.id}second` }]) {
      await shop.deliver(copy)
      await shop.drain()
    }
    expect(await standing(shop, order.orderId)).toEqual(asPaid)
  })

  test('4 a worker dies after fetching → its lease ends, the same result', async () => {
    const order = await paidUnseen()
    await shop.deliverAll(order.events)
    const claim = await claimTarget(shop.db, order.key, shop.clock.now())
    await fetchFacts(shop.deps, planFor(order))
    expect(claim).not.toBeNull()
    expect(await syncTarget(shop.deps, order.key)).toBe('busy')
    shop.clock.advanceSeconds(leaseSeconds)
    expect(await syncTarget(shop.deps, order.key)).toBe('synced')
    expect(await standing(shop, order.orderId)).toEqual(asPaid)
  })

  test('4 the dead worker comes back and commits → fenced, nothing is written', async () => {
    const order = await paidUnseen()
    await shop.deliverAll(order.events)
    const claim = await claimTarget(shop.db, order.key, shop.clock.now())
    const facts = await fetchFacts(shop.deps, planFor(order))
    shop.clock.advanceSeconds(leaseSeconds)
    expect(await syncTarget(shop.deps, order.key)).toBe('synced')
    await expect(commitFacts(shop.deps, claim!, order.orderId, facts)).rejects.toThrow(order.key)
    expect(await standing(shop, order.orderId)).toEqual(asPaid)
  })

  test('5 a worker dies after its commit, the job runs again → nothing to do', async () => {
    const order = await paidUnseen()
    await shop.deliverAll(order.events)
    expect(await syncTarget(shop.deps, order.key)).toBe('synced')
    expect(await syncTarget(shop.deps, order.key)).toBe('clean')
    expect(await standing(shop, order.orderId)).toEqual(asPaid)
  })

  test('7 the database is down when an event comes → thrown (5xx), redelivery works', async () => {
    const order = await paidUnseen()
    const event = completed(order.events)
    await shop.db.$executeRaw`alter table sync_targets rename to sync_targets_away`
    await expect(shop.deliver(event)).rejects.toThrow()
    await shop.db.$executeRaw`alter table sync_targets_away rename to sync_targets`
    expect(await rowOf(event.id)).toBeNull()
    expect(await shop.deliver(event)).toMatchObject({ status: 200, outcome: 'queued' })
  })

  test.each(['rate_limit', 'server_error', 'disconnect'] as const)(
    '8 Stripe answers with %s on a fetch → stays dirty, waits longer each time, converges',
    async (kind) => {
      const order = await paidUnseen()
      await shop.deliverAll(order.events)
      await shop.control.injectFault({ pathPrefix: '/v1/charges', kind, times: 4 })
      expect(await syncTarget(shop.impatient, order.key)).toBe('failed')
      const target = await shop.db.syncTarget.findUniqueOrThrow({ where: { key: order.key } })
      expect(target.lastError).not.toBeNull()
      expect(target.nextAttemptAt.getTime() - shop.clock.now().getTime()).toBe(5000)
      shop.clock.advanceSeconds(5)
      expect(await syncTarget(shop.impatient, order.key)).toBe('failed')
      const later = await shop.db.syncTarget.findUniqueOrThrow({ where: { key: order.key } })
      expect(later.nextAttemptAt.getTime() - shop.clock.now().getTime()).toBe(10_000)
      await shop.control.clearFaults()
      shop.clock.advanceSeconds(10)
      await shop.drain()
      expect(await standing(shop, order.orderId)).toEqual(asPaid)
    },
  )

  test('8 Stripe never answers → given up after the last attempt, taken up by the next event', async () => {
    const order = await paidUnseen()
    await shop.deliver(completed(order.events))
    await shop.control.injectFault({ pathPrefix: '/v1/', kind: 'server_error', times: 1000 })
    const outcomes: string[] = []
    for (let attempt = 0; attempt < maxSyncAttempts; attempt += 1) {
      outcomes.push(await syncTarget(shop.impatient, order.key))
    }
    await shop.control.clearFaults()
    expect(outcomes.slice(0, -1).every((outcome) => outcome === 'failed')).toBe(true)
    expect(outcomes.at(-1)).toBe('dead')
    expect(await syncTarget(shop.deps, order.key)).toBe('dead')
    expect(await rowOf(completed(order.events).id)).toMatchObject({ state: 'dead' })
    await shop.deliverAll(order.events)
    await shop.drain()
    expect(await standing(shop, order.orderId)).toEqual(asPaid)
  })

  test('9 all webhooks lost, then reconcile, over more than one page of events → the same', async () => {
    await shop.settle()
    const lost = [await paidUnseen(), await paidUnseen()]
    for (let number = 0; number < 130; number += 1) {
      await shop.control.emitEvent({
        type: 'payment_intent.succeeded',
        object: { id: `pi_other${number}`, object: 'payment_intent', metadata: {} },
      })
    }
    for (const order of lost) {
      expect(await standing(shop, order.orderId)).toMatchObject({ status: 'awaiting_payment' })
    }
    await reconcile(shop.deps)
    await shop.drain()
    for (const order of lost) expect(await standing(shop, order.orderId)).toEqual(asPaid)
    expect(await sweepEvents(shop.deps)).toBe(0)
  })

  test('9 Stripe made no event at all → the open order is asked about', async () => {
    const order = await paidUnseen()
    shop.clock.advanceSeconds(16 * 60)
    expect(await pollOpenOrders(shop.deps)).toBeGreaterThan(0)
    await shop.drain()
    expect(await standing(shop, order.orderId)).toEqual(asPaid)
  })

  test('10 all webhooks lost, only the return page → the same', async () => {
    const order = await paidUnseen()
    expect(await awaitReturn(shop.deps, order.buyer, order)).toMatchObject({ status: 'paid' })
    expect(await standing(shop, order.orderId)).toEqual(asPaid)
  })

  test('11 an unknown order, and the metadata of another app → ignored, 200', async () => {
    const order = await paidUnseen()
    const event = completed(order.events)
    const strangers = [
      { ...event.data.object, client_reference_id: randomUUID(), metadata: {} },
      { ...event.data.object, client_reference_id: 'cart-7', metadata: { cart: '7' } },
    ]
    for (const [index, object] of strangers.entries()) {
      const id = `${event.id}stranger${index}`
      expect(await shop.deliver({ ...event, id, data: { object } })).toEqual({
        status: 200,
        outcome: 'ignored',
      })
      expect(await rowOf(id)).toMatchObject({ note: 'not-ours', targetKey: null })
    }
  })

  test('11 a dispute of a payment that is nobody’s here → asked about, then ignored', async () => {
    const foreign = await shop.stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://other.test',
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'usd', unit_amount: 900, product_data: { name: 'A hat' } },
        },
      ],
    })
    await shop.control.completeSession({ session: foreign.id })
    const { paymentIntent } = { paymentIntent: (await shop.collect()).length }
    expect(paymentIntent).toBeGreaterThan(0)
    const session = await shop.stripe.checkout.sessions.retrieve(foreign.id)
    const intent = String(session.payment_intent)
    await shop.control.createDispute({ paymentIntent: intent })
    const events = (await shop.collect()).filter((event) => event.type.includes('dispute'))
    for (const event of events) {
      expect(await shop.deliver(event)).toMatchObject({ outcome: 'queued' })
    }
    await shop.drain()
    for (const event of events) {
      expect(await rowOf(event.id)).toMatchObject({ state: 'ignored', note: 'not-ours' })
    }
  })

  test('11 a refund that arrives before the order knows its payment → finds its way', async () => {
    const order = await paidUnseen()
    await shop.control.createRefund({ paymentIntent: order.paymentIntent })
    const refund = (await shop.collect()).find((event) => event.type === 'refund.created')
    expect(await shop.deliver(refund!)).toMatchObject({ outcome: 'queued' })
    expect((await rowOf(refund!.id))?.targetKey).toBe(`pi:${order.paymentIntent}`)
    await shop.drain()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'refunded' })
    expect(await rowOf(refund!.id)).toMatchObject({ targetKey: order.key, state: 'reconciled' })
  })

  test('12 an event of a type that we do not handle → ignored, 200', async () => {
    const order = await paidUnseen()
    const event = { ...completed(order.events), id: 'evt_unknowntype', type: 'tax.rate.created' }
    expect(await shop.deliver(event)).toEqual({ status: 200, outcome: 'ignored' })
    expect(await rowOf(event.id)).toMatchObject({ state: 'ignored', note: 'type-not-handled' })
  })

  test('13 wrong secret, empty, malformed, too old, tampered → 400, no row', async () => {
    const order = await paidUnseen()
    const event = completed(order.events)
    const good = shop.sign(event)
    const wrong = shop.sign(event, { secret: 'whsec_somebody_elses' })
    const old = shop.sign(event, { ageSeconds: 301 })
    const tampered = Buffer.from(good.body.toString().replace('"paid"', '"free"'))
    const refused = { status: 400, outcome: 'bad-signature' }
    expect(await receive(wrong.body, wrong.signature)).toEqual(refused)
    expect(await receive(old.body, old.signature)).toEqual(refused)
    expect(await receive(tampered, good.signature)).toEqual(refused)
    expect(await receive(good.body, null)).toEqual(refused)
    expect(await receive(good.body, '')).toEqual(refused)
    expect(await receive(good.body, 't=soon,v1=yes')).toEqual(refused)
    expect(await receive(new Uint8Array(), good.signature)).toEqual(refused)
    expect(await receive(good.body, good.signature, [])).toEqual(refused)
    expect(await rowOf(event.id)).toBeNull()
    for (const nonsense of ['[]', '"x"', '{"id":"evt_1"}']) {
      const signature = shop.stripe.webhooks.generateTestHeaderString({
        payload: nonsense,
        secret: webhookSecret,
        timestamp: Math.floor(shop.clock.now().getTime() / 1000),
      })
      expect(await receive(Buffer.from(nonsense), signature)).toEqual({
        status: 400,
        outcome: 'bad-payload',
      })
    }
    const edge = shop.sign(event, { ageSeconds: 300 })
    expect(await receive(edge.body, edge.signature)).toMatchObject({ status: 200 })
  })

  test('14 the old secret during a rotation → accepted', async () => {
    const order = await paidUnseen()
    const old = shop.sign(completed(order.events), { secret: 'whsec_the_old_one' })
    expect(
      await receive(old.body, old.signature, [webhookSecret, 'whsec_the_old_one']),
    ).toMatchObject({ outcome: 'queued' })
  })

  test('15 a live event in a test installation, and the reverse → ignored', async () => {
    const order = await paidUnseen()
    const event = completed(order.events)
    expect(await shop.deliver({ ...event, livemode: true })).toEqual({
      status: 200,
      outcome: 'ignored',
    })
    expect(await rowOf(event.id)).toMatchObject({ note: 'other-mode', targetKey: null })
    const second = order.events.find((other) => other.type === 'charge.succeeded')!
    const signed = shop.sign(second)
    const live = { ...shop.deps, livemode: true }
    expect(await receiveEvent(live, { ...signed, secrets: [webhookSecret] })).toMatchObject({
      outcome: 'ignored',
    })
    await shop.drain()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'awaiting_payment' })
  })

  test('16 an event of a connected account → not acted upon', async () => {
    const order = await paidUnseen()
    const event = { ...completed(order.events), account: 'acct_connected' }
    expect(await shop.deliver(event)).toMatchObject({ outcome: 'ignored' })
    expect(await rowOf(event.id)).toMatchObject({ note: 'connected-account', targetKey: null })
  })

  test('17 a thin notification → ignored, never an error', async () => {
    const thin = {
      id: 'evt_test_thin',
      object: 'v2.core.event',
      type: 'v2.core.account.updated',
      livemode: false,
      created: '2026-06-01T12:00:00.000Z',
    }
    expect(await shop.deliver(thin)).toEqual({ status: 200, outcome: 'ignored' })
  })

  test('18 a payload of an older API version, with ids alone → the same as fetched', async () => {
    const order = await paidUnseen()
    const event = completed(order.events)
    const { id, object, client_reference_id } = event.data.object as Stripe.Checkout.Session
    await shop.deliver({
      ...event,
      api_version: '2019-12-03',
      data: { object: { id, object, client_reference_id, status: 'expired', amount_total: 1 } },
    })
    await shop.drain()
    expect(await standing(shop, order.orderId)).toEqual(asPaid)
    expect(await rowOf(event.id)).toMatchObject({ apiVersion: '2019-12-03' })
  })

  test('19 acknowledged at once, although a worker is at it', async () => {
    const order = await paidUnseen()
    const [first, ...rest] = order.events.filter((event) => event.type !== 'payment_intent.created')
    await shop.deliver(first!)
    const claim = await claimTarget(shop.db, order.key, shop.clock.now())
    const facts = await fetchFacts(shop.deps, planFor(order))
    const times: number[] = []
    for (const event of rest) {
      const start = performance.now()
      await shop.deliver(event)
      times.push(performance.now() - start)
    }
    // The lease holds no lock, so nothing waits for the worker; it then finds that it is dirty again.
    expect(Math.min(...times)).toBeLessThan(100)
    await commitFacts(shop.deps, claim!, order.orderId, facts)
    const target = await shop.db.syncTarget.findUniqueOrThrow({ where: { key: order.key } })
    expect(target.dirtySeq).toBeGreaterThan(target.syncedSeq)
    expect(await syncOrder(shop.deps, order.orderId)).toBe('synced')
    expect(await standing(shop, order.orderId)).toEqual(asPaid)
  })
})
