import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasAccess } from '../enrolments/reads/access'
import { storeEvent } from '../payments/commands/receive-event'
import { syncTarget } from '../payments/commands/sync-target'
import { brokenInvariants } from '../payments/reads/broken-invariants'
import { subscriptionTargetKey } from '../payments/rules/event-target'
import { stripeEventEnvelope } from '../payments/schema'
import { makeCourse } from '../testing/factories'
import { sellMembership } from '../testing/memberships'
import { inLanes } from '../testing/open-orders'
import { createShop, type Shop } from '../testing/shop'
import { brokenMemberships } from './reads/broken-memberships'

let shop: Shop
let sold: Awaited<ReturnType<typeof sellMembership>>
let courseId: string
beforeAll(async () => {
  shop = await createShop()
  sold = await sellMembership(shop)
  courseId = (await makeCourse(shop.db)).offering.id
})
afterAll(() => shop.close())

/** What happens at Stripe, in capitals, and the news of it. */
const steps = ['Update', 'Cancel', 'created', 'updated', 'deleted'] as const
type Step = (typeof steps)[number]

/** Nobody hears of what has not happened yet; what has been cancelled cannot be updated. */
const befores: readonly (readonly [Step, Step])[] = [
  ['Update', 'Cancel'],
  ['Update', 'updated'],
  ['Cancel', 'deleted'],
]

function ordersOf(left: readonly Step[]): Step[][] {
  if (left.length === 0) return [[]]
  const possible = left.filter((step) =>
    befores.every(([first, then]) => then !== step || !left.includes(first)),
  )
  return possible.flatMap((step) =>
    ordersOf(left.filter((other) => other !== step)).map((rest) => [step, ...rest]),
  )
}

type Event = Awaited<ReturnType<Shop['collect']>>[number]
type Run = { steps: Step[]; works: 'after each' | 'at the end' }

const inbox = new Map<string, Event>()
let collecting = Promise.resolve()

/** Takes the news of every subscription, one caller at a time. */
function collect(): Promise<void> {
  collecting = collecting.then(async () => {
    for (const event of await shop.collect()) {
      if (!event.type.startsWith('customer.subscription.')) continue
      const { id } = event.data.object as { id: string }
      inbox.set(`${id} ${event.type.split('.').at(-1)}`, event)
    }
  })
  return collecting
}

/** Plays one order of things; returns what a handler that believes its payloads would have made of it. */
async function play({ steps, works }: Run) {
  const { id, actor, sessionId } = await sold.paid()
  const session = await shop.stripe.checkout.sessions.retrieve(sessionId)
  const stripeId = String(session.subscription)
  let trusted = 'pending'
  const acts = {
    Update: () => shop.stripe.subscriptions.update(stripeId, { cancel_at_period_end: true }),
    Cancel: () => shop.stripe.subscriptions.cancel(stripeId),
  }
  for (const step of steps) {
    if (step === 'Update' || step === 'Cancel') {
      await acts[step]()
      continue
    }
    await collect()
    const event = inbox.get(`${stripeId} ${step}`)
    if (!event) throw new Error(`no news of ${step}`)
    await storeEvent(shop.deps, stripeEventEnvelope.parse(event))
    await storeEvent(shop.deps, stripeEventEnvelope.parse(event))
    trusted = (event.data.object as { status: string }).status
    if (works === 'after each') await syncTarget(shop.deps, subscriptionTargetKey(id))
  }
  while ((await syncTarget(shop.deps, subscriptionTargetKey(id))) === 'synced');
  const { status, orders } = await sold.rowOf(id)
  const isOpen = await hasAccess(shop.db, actor.userId, courseId, shop.clock.now())
  return { end: { status, orders: orders.length, isOpen }, trusted }
}

test('70 created, updated and deleted in every order, each twice → by status', {
  timeout: 120_000,
}, async () => {
  const runs = ordersOf(steps).flatMap((order): Run[] => [
    { steps: order, works: 'after each' },
    { steps: order, works: 'at the end' },
  ])
  expect(runs).toHaveLength(30)
  let misled = 0
  await inLanes(runs, 3, async (run) => {
    const { end, trusted } = await play(run)
    expect(end, run.steps.join(' ')).toEqual({ status: 'ended', orders: 1, isOpen: false })
    if (trusted !== 'canceled') misled += 1
  })
  // The mutant that trusts payloads is right only when the news of the end comes last.
  expect(misled).toBe(runs.filter(({ steps }) => steps.at(-1) !== 'deleted').length)
  expect(misled).toBeGreaterThan(10)
  await shop.drain()
  expect((await brokenInvariants(shop.db)).filter(({ broken }) => broken > 0)).toEqual([])
  const wrong = await brokenMemberships(shop.db, shop.clock.now())
  expect(wrong.filter(({ broken }) => broken > 0)).toEqual([])
})
