import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Claim, claimTarget, leaseSeconds } from '../payments/commands/claim-target'
import { markDirty } from '../payments/commands/mark-dirty'
import { completeTarget } from '../payments/commands/settle-target'
import { subscriptionTargetKey } from '../payments/rules/event-target'
import { interleavings, type Step } from '../testing/interleavings'
import { sellMembership } from '../testing/memberships'
import { inLanes } from '../testing/open-orders'
import { createShop, type Shop } from '../testing/shop'
import {
  commitSubscription,
  type Fetched,
  projectSubscription,
} from './commands/commit-subscription'
import { taxSales } from './commands/tax-sales'
import { brokenMemberships } from './reads/broken-memberships'
import type { InvoiceFact, SubscriptionFact } from './rules/facts'

/**
 * The bounded model check of orders, for memberships: two workers of three steps each (claim, fetch,
 * commit) and a world of two (the membership ends at Stripe; the webhook says so), in every order that
 * begins with a claim: the workers are alike, so it is A's. The lease is always up when somebody claims.
 */
let shop: Shop
let sold: Awaited<ReturnType<typeof sellMembership>>
beforeAll(async () => {
  shop = await createShop()
  sold = await sellMembership(shop)
})
afterAll(() => shop.close())

const all = interleavings({ A: 2, B: 3, W: 2 }).map((rest): Step[] => ['A', ...rest])

async function fetched(id: string, hasEnded: boolean): Promise<Fetched> {
  const now = shop.clock.now()
  const later = new Date(now.getTime() + 30 * 86_400_000)
  const subscription: SubscriptionFact = {
    id: `sub_${id}`,
    customerId: `cus_${id}`,
    status: hasEnded ? 'canceled' : 'active',
    itemId: `si_${id}`,
    productId: 'prod_1',
    currency: 'USD',
    amountMinor: 2900n,
    interval: 'month',
    periodStart: now,
    periodEnd: later,
    trialEnd: null,
    cancelAt: null,
    cancelAtPeriodEnd: false,
    endedAt: hasEnded ? now : null,
    isPaused: false,
    resumesAt: null,
    createdAt: now,
  }
  const invoice: InvoiceFact = {
    id: `in_${id}`,
    stripeSubscriptionId: subscription.id,
    status: 'paid',
    billingReason: 'subscription_create',
    currency: 'USD',
    totalMinor: 2900n,
    amountDueMinor: 2900n,
    amountPaidMinor: 2900n,
    periodStart: now,
    periodEnd: later,
    paymentIntentId: `pi_${id}`,
    attemptCount: 1,
    firstFailedAt: null,
    nextAttemptAt: null,
    hostedUrl: null,
    createdAt: now,
    paidAt: now,
  }
  const session = { id: `cs_${id}`, status: 'complete', url: null }
  const facts = { session, subscription, others: [], invoices: [invoice] }
  return { facts, taxes: await taxSales(shop.deps, id, facts) }
}

type Commit = (claim: Claim, id: string, fetched: Fetched) => Promise<void>

const fenced: Commit = async (claim, id, given) => {
  try {
    await commitSubscription(shop.deps, claim, id, given)
  } catch (error) {
    if (!(error instanceof Error && error.name === 'FencedError')) throw error
  }
}

/** The mutant `no fence`: the same commit without the look at the token. */
const unfenced: Commit = (claim, id, given) =>
  shop.db.$transaction(async (tx) => {
    await projectSubscription(tx, shop.deps, id, given)
    await completeTarget(tx, claim, shop.clock.now())
  })

/** Plays one interleaving and then lets a worker finish; returns what the membership ends as. */
async function play(id: string, steps: readonly Step[], commit: Commit): Promise<string> {
  const key = subscriptionTargetKey(id)
  let hasEnded = false
  let claims = 0
  const claim = () => {
    claims += 1
    const later = shop.clock.now().getTime() + claims * (leaseSeconds + 1) * 1000
    return claimTarget(shop.db, key, new Date(later))
  }
  const note = () => shop.db.$transaction((tx) => markDirty(tx, key, shop.clock.now()))
  const workers = { A: newWorker(), B: newWorker() }

  function newWorker() {
    let held: Claim | null = null
    let facts: Fetched | null = null
    const steps = [
      async () => {
        held = await claim()
      },
      async () => {
        facts = await fetched(id, hasEnded)
      },
      async () => {
        if (held && facts) await commit(held, id, facts)
      },
    ]
    return () => steps.shift()?.()
  }
  const happenings = [
    async () => {
      hasEnded = true
    },
    note,
  ]
  await note()
  for (const step of steps) await (step === 'W' ? happenings.shift()?.() : workers[step]())
  for (let rest = await claim(); rest; rest = await claim()) {
    await commit(rest, id, await fetched(id, hasEnded))
  }
  const { status, orders } = await sold.rowOf(id)
  const grants = await shop.db.accessGrant.findMany({ where: { sourceId: id } })
  const now = shop.clock.now()
  const isOpen = grants.some(({ state, endsAt }) => state === 'active' && endsAt && endsAt > now)
  return `${status} ${isOpen ? 'open' : 'closed'} ${orders.length}`
}

async function wrongOnes(cases: readonly Step[][], commit: Commit): Promise<string[]> {
  const ids = await sold.manyPending(cases.length)
  const wrong: string[] = []
  await inLanes(cases, 6, async (steps, index) => {
    const end = await play(ids[index] ?? '', steps, commit)
    if (end !== 'ended closed 1') wrong.push(`${steps.join('')}: ${end}`)
  })
  return wrong
}

test('6 interleavings of two workers on a membership → its end wins', {
  timeout: 180_000,
}, async () => {
  expect(all).toHaveLength(210)
  expect(await wrongOnes(all, fenced)).toEqual([])
  const broken = await brokenMemberships(shop.db, shop.clock.now())
  // Nothing but the memberships was projected: their orders have not been asked about.
  expect(broken.filter((row) => row.broken > 0)).toEqual([])
})

test('6 the mutant without a fence is caught by the same check', { timeout: 60_000 }, async () => {
  const risky = all.filter((steps) => /^AAWWBBBA$|^AAWW.*A$/.test(steps.join('')))
  const wrong = await wrongOnes(risky, unfenced)
  expect(wrong).toContain('AAWWBBBA: active open 1')
  expect(await wrongOnes(risky, fenced)).toEqual([])
})

test('the mutant without unique keys: the keys refuse a second order of an invoice, and without them it is seen', async () => {
  const [id = ''] = await sold.manyPending(1)
  await shop.db.$transaction((tx) => markDirty(tx, subscriptionTargetKey(id), shop.clock.now()))
  const given = await fetched(id, false)
  const commit = () => shop.db.$transaction((tx) => projectSubscription(tx, shop.deps, id, given))
  await commit()
  const [order] = (await sold.rowOf(id)).orders
  const again = {
    ...order,
    id: undefined,
    number: undefined,
    billing: undefined,
    regionCountries: [],
  }
  const twice = () => shop.db.order.create({ data: again as never })
  // The person's open order, the invoice and the payment each see to it.
  const keys = ['orders_one_open', 'orders_stripe_invoice_id_key', 'orders_payment_intent_id_key']
  for (const key of keys) {
    await expect(twice()).rejects.toMatchObject({ code: 'P2002' })
    await shop.db.$executeRawUnsafe(`drop index ${key}`)
  }
  await twice()
  const broken = await brokenMemberships(shop.db, shop.clock.now())
  const seen = broken.filter((row) => row.ids.includes(id)).map(({ name }) => name)
  expect(seen).toContain('A paid invoice has one order')
})
