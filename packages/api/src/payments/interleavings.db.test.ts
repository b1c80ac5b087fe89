import { afterAll, beforeAll, expect, test } from 'vitest'
import { standing } from '../testing/books'
import { interleavings, type Step } from '../testing/interleavings'
import { inLanes, makeOpenOrders } from '../testing/open-orders'
import { createWorld, type World } from '../testing/world'
import { type Claim, claimTarget, leaseSeconds } from './commands/claim-target'
import { commitFacts, projectOrder } from './commands/commit-facts'
import { markDirty } from './commands/mark-dirty'
import { completeTarget } from './commands/settle-target'
import { orderTargetKey } from './rules/event-target'
import type { StripeFacts } from './rules/facts'

/**
 * A bounded model check: two workers of three steps each (claim, fetch, commit) and a world of two
 * steps (the order is refunded at Stripe; the webhook says so), in every order that there is:
 * 8! ÷ (3! 3! 2!) = 560. The lease is always up when somebody claims, so only the fence is left to
 * keep an old picture from overwriting a new one. Stripe is its facts here; the rest is real.
 */
let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const all = interleavings({ A: 3, B: 3, W: 2 })

const at = new Date('2026-06-01T12:00:00Z')
const balance = (id: string, amountMinor: bigint, feeMinor: bigint) => ({
  id,
  amountMinor,
  feeMinor,
  currency: 'USD',
  createdAt: at,
})

function factsOf(orderId: string, isRefunded: boolean): StripeFacts {
  return {
    session: {
      id: `cs_${orderId}`,
      status: 'complete',
      paymentStatus: 'paid',
      amountTotalMinor: 4900n,
      currency: 'USD',
      paymentIntentId: `pi_${orderId}`,
      url: null,
      expiresAt: at,
    },
    intent: { id: `pi_${orderId}`, status: 'succeeded' },
    charges: [
      {
        id: `ch_${orderId}`,
        status: 'succeeded',
        amountMinor: 4900n,
        currency: 'USD',
        failureCode: null,
        failureMessage: null,
        cardBrand: 'visa',
        cardLast4: '4242',
        cardCountry: 'US',
        billingName: null,
        billingAddress: null,
        createdAt: at,
        balance: balance(`txn_${orderId}`, 4900n, 172n),
      },
    ],
    refunds: isRefunded
      ? [
          {
            id: `re_${orderId}`,
            chargeId: `ch_${orderId}`,
            amountMinor: 4900n,
            currency: 'USD',
            status: 'succeeded',
            reason: null,
            commandId: null,
            createdAt: at,
            balance: balance(`txn_r_${orderId}`, -4900n, 0n),
            failureBalance: null,
          },
        ]
      : [],
    disputes: [],
  }
}

type Commit = (claim: Claim, orderId: string, facts: StripeFacts) => Promise<void>

const fenced: Commit = async (claim, orderId, facts) => {
  try {
    await commitFacts(world.deps, claim, orderId, facts)
  } catch (error) {
    if (!(error instanceof Error && error.name === 'FencedError')) throw error
  }
}

/** The mutant `no fence`: the same commit without the look at the token. */
const unfenced: Commit = (claim, orderId, facts) =>
  world.db.$transaction(async (tx) => {
    await projectOrder(tx, world.deps, orderId, facts)
    await completeTarget(tx, claim, world.deps.clock.now())
  })

/** Plays one interleaving and then lets a worker finish; returns what the order ends as. */
async function play(orderId: string, steps: readonly Step[], commit: Commit): Promise<string> {
  const key = orderTargetKey(orderId)
  let isRefunded = false
  let claims = 0
  const claim = () => {
    claims += 1
    const later = new Date(at.getTime() + claims * (leaseSeconds + 1) * 1000)
    return claimTarget(world.db, key, later)
  }
  const note = () => world.db.$transaction((tx) => markDirty(tx, key, at))
  const workers = { A: newWorker(), B: newWorker() }

  function newWorker() {
    let held: Claim | null = null
    let facts: StripeFacts | null = null
    const steps = [
      async () => {
        held = await claim()
      },
      async () => {
        facts = factsOf(orderId, isRefunded)
      },
      async () => {
        if (held && facts) await commit(held, orderId, facts)
      },
    ]
    return () => steps.shift()?.()
  }
  const happenings = [
    async () => {
      isRefunded = true
    },
    note,
  ]
  await note()
  for (const step of steps) {
    await (step === 'W' ? happenings.shift()?.() : workers[step]())
  }
  for (let rest = await claim(); rest; rest = await claim()) {
    await commit(rest, orderId, factsOf(orderId, isRefunded))
  }
  const { status, grants, ledger } = await standing(world, orderId)
  // Whoever sees the refund first never grants; whoever saw the payment before takes it back.
  const access = grants.some((state) => state !== 'revoked') ? 'open' : 'closed'
  return `${status} ${access} ${JSON.stringify(ledger)}`
}

const right = 'refunded closed {"processor_fees":172,"stripe_balance":-172}'

async function wrongOnes(cases: readonly Step[][], commit: Commit): Promise<string[]> {
  const orderIds = await makeOpenOrders(world.db, cases.length, at)
  const wrong: string[] = []
  await inLanes(cases, 6, async (steps, index) => {
    const end = await play(orderIds[index]!, steps, commit)
    if (end !== right) wrong.push(`${steps.join('')}: ${end}`)
  })
  return wrong
}

test('6 all 560 interleavings of two workers → the refund wins', { timeout: 180_000 }, async () => {
  expect(all).toHaveLength(560)
  expect(await wrongOnes(all, fenced)).toEqual([])
})

test('6 the mutant without a fence is caught by the same check', { timeout: 60_000 }, async () => {
  // Those in which both workers have claimed and fetched before the later commit: where it can go wrong.
  const risky = all.filter((steps) => /^AAWWBBBA$|^BBWWAAAB$|^AAWW.*A$/.test(steps.join('')))
  const wrong = await wrongOnes(risky, unfenced)
  expect(wrong.some((line) => line.startsWith('AAWWBBBA: paid open'))).toBe(true)
  expect(await wrongOnes(risky, fenced)).toEqual([])
})
