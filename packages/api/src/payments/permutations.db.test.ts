import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectInvariants, standing } from '../testing/books'
import { inLanes, makeOpenOrders } from '../testing/open-orders'
import { createShop, type Shop } from '../testing/shop'
import { storeEvent } from './commands/receive-event'
import { syncOrder } from './commands/sync-target'
import { stripeEventEnvelope } from './schema'

/**
 * Scenarios of B to E whose events arrive in random orders, one to three times each, some late by
 * the whole scenario, mixed with the doings at Stripe and with workers that run at any moment, three
 * orders at a time. Each run is a permutation of its own, from a seed that is named when it fails.
 */
const permutationsPerScenario = 30

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

type Acts = ((paid: { session: string; intent: string }) => Promise<unknown>)[]
type Scenario = { name: string; acts: Acts; status: string; isOpen: boolean; money: object }

const pay: Acts[number] = ({ session }) => shop.control.completeSession({ session })
const refundPart =
  (amount?: number): Acts[number] =>
  ({ intent }) =>
    shop.control.createRefund({ paymentIntent: intent, amount })
const disputeAs =
  (...statuses: string[]): Acts[number] =>
  async ({ intent }) => {
    const { id } = await shop.control.createDispute({ paymentIntent: intent })
    for (const status of statuses) {
      await shop.control.moveDispute({ dispute: id, status: status as 'won' })
    }
  }

const sold = { platform_revenue: -1470, processor_fees: 172, provider_payable: -3430 }
const gone = { processor_fees: 172, stripe_balance: -172 }

const scenarios: Scenario[] = [
  {
    name: '20 paid',
    acts: [pay],
    status: 'paid',
    isOpen: true,
    money: { ...sold, stripe_balance: 4728 },
  },
  {
    name: '24 declined, then paid',
    acts: [
      ({ session }) => shop.control.completeSession({ session, card: '4000000000000002' }),
      pay,
    ],
    status: 'paid',
    isOpen: true,
    money: { ...sold, stripe_balance: 4728 },
  },
  {
    name: '42 delayed, then succeeded',
    acts: [
      ({ session }) => shop.control.completeSessionByBank({ session }),
      ({ session }) => shop.control.settlePayment({ session, outcome: 'succeeded' }),
    ],
    status: 'paid',
    isOpen: true,
    money: { ...sold, stripe_balance: 4728 },
  },
  {
    name: '43 delayed, then failed',
    acts: [
      ({ session }) => shop.control.completeSessionByBank({ session }),
      ({ session }) => shop.control.settlePayment({ session, outcome: 'failed' }),
    ],
    status: 'payment_failed',
    isOpen: false,
    money: {},
  },
  {
    name: '46 refunded',
    acts: [pay, refundPart()],
    status: 'refunded',
    isOpen: false,
    money: gone,
  },
  {
    name: '49 refunded in two parts',
    acts: [pay, refundPart(1633), refundPart()],
    status: 'refunded',
    isOpen: false,
    money: gone,
  },
  {
    name: '51 refunded, and the refund fails',
    acts: [
      pay,
      async ({ intent }) => {
        const refund = await shop.control.createRefund({ paymentIntent: intent })
        await shop.control.failRefund({ refund: refund.id })
      },
    ],
    status: 'paid',
    isOpen: true,
    money: { ...sold, stripe_balance: 4728 },
  },
  {
    name: '59 disputed and won',
    acts: [pay, disputeAs('under_review', 'won')],
    status: 'paid',
    isOpen: true,
    money: { ...sold, dispute_fees: 1500, stripe_balance: 3228 },
  },
  {
    name: '60 disputed and lost',
    acts: [pay, disputeAs('under_review', 'lost')],
    status: 'charged_back',
    isOpen: false,
    money: {
      platform_revenue: -1470,
      processor_fees: 172,
      dispute_fees: 1500,
      dispute_losses: 1470,
      stripe_balance: -1672,
    },
  },
  {
    name: '64 lost, appealed, won',
    acts: [pay, disputeAs('lost', 'appeal_needs_response', 'appeal_under_review', 'won')],
    status: 'paid',
    isOpen: true,
    money: { ...sold, dispute_fees: 1500, stripe_balance: 3228 },
  },
]

/** A small generator with a period long enough for this (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const inbox = new Map<string, Stripe.Event[]>()
const ownerOfIntent = new Map<string, string>()
let collecting = Promise.resolve()

function ownerOf(event: Stripe.Event): string | undefined {
  const object = event.data.object as unknown as Record<string, unknown>
  const intent = object.object === 'payment_intent' ? object.id : object.payment_intent
  const metadata = object.metadata as { order_id?: string } | undefined
  const owner = metadata?.order_id ?? ownerOfIntent.get(String(intent))
  if (owner && typeof intent === 'string') ownerOfIntent.set(intent, owner)
  return owner
}

/** Takes what is new at Stripe, of whichever order, one caller at a time. */
function collect(): Promise<void> {
  collecting = collecting.then(async () => {
    for (const event of await shop.collect()) {
      const owner = ownerOf(event)
      if (owner) inbox.set(owner, [...(inbox.get(owner) ?? []), event])
    }
  })
  return collecting
}

async function openSession(orderId: string): Promise<string> {
  const metadata = { order_id: orderId }
  const session = await shop.stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: 'https://archway.test',
    client_reference_id: orderId,
    metadata,
    payment_intent_data: { metadata },
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'usd', unit_amount: 4900, product_data: { name: 'A course' } },
      },
    ],
  })
  return session.id
}

type Delivered = { event: Stripe.Event; isFresh: boolean }

/** Plays one permutation; returns what was delivered, in order. */
async function play(orderId: string, scenario: Scenario, seed: number): Promise<Delivered[]> {
  const next = random(seed)
  const session = await openSession(orderId)
  // Some orders have forgotten their session: the webhook was quicker than its answer.
  if (next() < 0.5) {
    await shop.db.order.update({ where: { id: orderId }, data: { checkoutSessionId: session } })
  }
  const acts = [...scenario.acts]
  const waiting: Stripe.Event[] = []
  const delivered: Delivered[] = []
  const seen = new Set<string>()
  const act = async () => {
    const intent = [...ownerOfIntent].find(([, owner]) => owner === orderId)?.[0] ?? ''
    await acts.shift()?.({ session, intent })
    await collect()
    for (const event of inbox.get(orderId) ?? []) {
      const copies = 1 + Math.floor(next() * 3)
      waiting.push(...Array.from({ length: copies }, () => event))
    }
    inbox.delete(orderId)
  }
  const deliver = async () => {
    const [event] = waiting.splice(Math.floor(next() * waiting.length), 1)
    if (!event) return
    await storeEvent(shop.deps, stripeEventEnvelope.parse(event))
    delivered.push({ event, isFresh: !seen.has(event.id) })
    seen.add(event.id)
  }
  while (acts.length > 0 || waiting.length > 0) {
    const choice = next()
    if (acts.length > 0 && choice < 0.35) await act()
    else if (waiting.length > 0) await deliver()
    if (choice > 0.93) await syncOrder(shop.deps, orderId)
  }
  while ((await syncOrder(shop.deps, orderId)) === 'synced');
  return delivered
}

/**
 * The mutant `payload-trust`: what a handler does that keeps each event id once, switches on its type
 * and believes what it carries.
 */
function trustThePayload(delivered: readonly Delivered[]): string {
  let status = 'awaiting_payment'
  for (const { event, isFresh } of delivered) {
    if (!isFresh) continue
    const object = event.data.object as unknown as Record<string, unknown>
    if (event.type === 'checkout.session.completed') {
      status = object.payment_status === 'paid' ? 'paid' : 'processing'
    }
    if (event.type === 'checkout.session.async_payment_succeeded') status = 'paid'
    if (event.type === 'checkout.session.async_payment_failed') status = 'payment_failed'
    if (event.type === 'charge.refunded') {
      status = object.refunded === true ? 'refunded' : 'partially_refunded'
    }
    if (event.type === 'refund.failed') status = 'paid'
    if (event.type === 'charge.dispute.created') status = 'disputed'
    if (event.type === 'charge.dispute.updated' || event.type === 'charge.dispute.closed') {
      status = { won: 'paid', lost: 'charged_back' }[String(object.status)] ?? 'disputed'
    }
  }
  return status
}

describe('1 permutations with duplicates, three orders at a time', () => {
  const trusted = { right: 0, wrong: 0 }
  let deliveries = 0

  test.each(scenarios)('$name', { timeout: 120_000 }, async (scenario) => {
    const orderIds = await makeOpenOrders(shop.db, permutationsPerScenario, shop.clock.now())
    await inLanes(orderIds, 3, async (orderId, index) => {
      const seed = scenarios.indexOf(scenario) * 1000 + index
      const delivered = await play(orderId, scenario, seed)
      deliveries += delivered.length
      const end = await standing(shop, orderId)
      const isOpen = end.grants.some((state) => state === 'active')
      expect(
        { status: end.status, isOpen, money: end.ledger },
        `${scenario.name}, seed ${seed}: ${delivered.map(({ event }) => event.type).join(' ')}`,
      ).toEqual({ status: scenario.status, isOpen: scenario.isOpen, money: scenario.money })
      const guess = trustThePayload(delivered)
      trusted[guess === scenario.status ? 'right' : 'wrong'] += 1
    })
  })

  test('the invariants hold for all of them', { timeout: 120_000 }, async () => {
    expect(deliveries).toBeGreaterThan(scenarios.length * permutationsPerScenario * 4)
    await shop.drain()
    await expectInvariants(shop, { asked: 20 })
  })

  test('the mutant that trusts payloads is caught by the same permutations', () => {
    expect(trusted.right + trusted.wrong).toBe(scenarios.length * permutationsPerScenario)
    expect(trusted.wrong).toBeGreaterThan(trusted.right / 2)
  })
})
