import { randomUUID } from 'node:crypto'
import { startStripeLocal } from '@archway/stripe-local/server'
import { startCheckout } from '../orders/commands/start-checkout'
import type { CartItem } from '../orders/schema/cart-item'
import { processCommand } from '../payments/commands/process-command/process-command'
import { receiveEvent } from '../payments/commands/receive-event'
import { syncTarget } from '../payments/commands/sync-target'
import { createStripeGateway, type StripeGateway } from '../payments/stripe-gateway'
import type { Member } from '../shared/actor'
import { memberOf } from './actors'
import { accessTo } from './cart'
import { makeCourse, makeOffering, makeProvider, makeUser } from './factories'
import { createWorld } from './world'

/** An event as the SDK gives it. */
type StripeEvent = Awaited<ReturnType<StripeGateway['events']['list']>>['data'][number]

export const webhookSecret = 'whsec_test_of_the_shop'
export const connectSecret = 'whsec_test_of_connected_accounts'

export type Shop = Awaited<ReturnType<typeof createShop>>
export type Bought = { orderId: string; sessionId: string; buyer: Member }

/** Starts where a minute begins: Stripe's times have no fractions of a second. */
const opening = new Date('2026-06-01T12:00:00Z')

/**
 * A world with a local Stripe beside it, on the same clock. Nothing is delivered and no job runs
 * unless the test says so: `collect` and `deliver` are the webhook, `drain` is the worker.
 */
export async function createShop(options: { viesUrl?: string; isStripeTaxOn?: boolean } = {}) {
  let clock = { now: () => opening }
  const local = await startStripeLocal({ clock: () => clock.now().getTime() })
  await local.control.pauseDeliveries()
  const world = await createWorld({ stripeUrl: local.url, now: opening, ...options })
  clock = world.clock
  const { db, deps } = world
  let newest = 0
  const collected = new Set<string>()
  let buyers = 0

  async function buyer(data: Parameters<typeof makeUser>[1] = {}): Promise<Member> {
    buyers += 1
    return { ...memberOf(await makeUser(db, data)), ipAddress: `2001:db8::${buyers.toString(16)}` }
  }

  async function staff(): Promise<Member> {
    return memberOf(await makeUser(db), { roles: ['admin'] })
  }

  async function course(amountMinor = 4900n, currency = 'USD', shareBps = 7000) {
    const provider = await makeProvider(db, { shareBps })
    const { offering } = await makeCourse(db, {
      providerId: provider.id,
      prices: [{ currency, amountMinor }],
    })
    return offering
  }

  async function program(courseIds: string[], amountMinor = 9900n) {
    const offering = await makeOffering(db, {
      prices: [{ currency: 'USD', amountMinor }],
      data: { kind: 'program' },
    })
    await db.programCourse.createMany({
      data: courseIds.map((courseId, position) => ({ programId: offering.id, courseId, position })),
    })
    return offering
  }

  /** Places an order of items, of access where an id stands, and opens its session. */
  async function checkOut(
    actor: Member,
    wanted: (string | CartItem)[],
    currency = 'USD',
    codes: string[] = [],
  ): Promise<Bought> {
    const result = await startCheckout(deps, actor, {
      items: wanted.flatMap((item) => (typeof item === 'string' ? accessTo(item) : item)),
      currency,
      codes,
    })
    if (result.kind !== 'redirect') throw new Error('nothing to pay')
    const order = await db.order.findUniqueOrThrow({ where: { id: result.orderId } })
    if (!order.checkoutSessionId) throw new Error('no session')
    return { orderId: order.id, sessionId: order.checkoutSessionId, buyer: actor }
  }

  async function pay({ sessionId }: { sessionId: string }, card?: string): Promise<string> {
    const { paymentIntent } = await local.control.completeSession({ session: sessionId, card })
    if (!paymentIntent) throw new Error('no payment was made')
    return paymentIntent
  }

  /** An order of one course at 49 dollars that was paid, with access opened. */
  async function paidOrder(card?: string) {
    const bought = await course(4900n)
    const order = await checkOut(await buyer(), [bought.id])
    const paymentIntent = await pay(order, card)
    await settle()
    return { ...order, course: bought, paymentIntent }
  }

  /** Events since the last call, oldest first. */
  async function collect(): Promise<StripeEvent[]> {
    const events: StripeEvent[] = []
    // By time, not from the newest on: when months pass, Stripe no longer lists that one.
    const created = { gte: newest }
    for await (const event of deps.stripe.events.list({ limit: 100, created })) {
      if (!collected.has(event.id)) events.unshift(event)
    }
    for (const { id, created: at } of events) {
      collected.add(id)
      newest = Math.max(newest, at)
    }
    return events
  }

  function sign(event: object, options: { secret?: string; ageSeconds?: number } = {}) {
    const payload = JSON.stringify(event)
    const timestamp = Math.floor(world.clock.now().getTime() / 1000) - (options.ageSeconds ?? 0)
    const signature = deps.stripe.webhooks.generateTestHeaderString({
      payload,
      secret: options.secret ?? webhookSecret,
      timestamp,
    })
    return { body: Buffer.from(payload), signature }
  }

  const deliver = (event: object) =>
    receiveEvent(deps, { ...sign(event), secrets: [webhookSecret] })

  /** Events of connected accounts since the last call, at their own endpoint. */
  const seen = new Set<string>()
  async function deliverOfAccounts(): Promise<number> {
    const { events } = await local.control.snapshot()
    const fresh = events.filter((event) => event.account !== undefined && !seen.has(event.id))
    for (const event of fresh) {
      seen.add(event.id)
      await receiveEvent(deps, {
        ...sign(event, { secret: connectSecret }),
        secrets: [connectSecret],
        source: 'accounts',
      })
    }
    return fresh.length
  }

  async function deliverAll(events: object[]): Promise<void> {
    for (const event of events) await deliver(event)
  }

  /** Does what the worker would do until nothing is left that is due now. */
  async function drain(): Promise<void> {
    const sent = new Set<string>()
    for (let round = 0; round < 30; round += 1) {
      const commands = await db.stripeCommand.findMany({
        where: { state: { in: ['pending', 'sent', 'unknown'] }, id: { notIn: [...sent] } },
        select: { id: true },
      })
      for (const { id } of commands) {
        sent.add(id)
        await processCommand(deps, id)
      }
      const targets = await db.$queryRaw<{ key: string }[]>`
        select key from sync_targets where dirty_seq > synced_seq and dead_at is null
          and next_attempt_at <= ${world.clock.now()}
          and (lease_until is null or lease_until <= ${world.clock.now()})`
      for (const { key } of targets) await syncTarget(deps, key)
      if (commands.length === 0 && targets.length === 0) return
    }
    throw new Error('the worker does not come to rest')
  }

  /** Webhooks arrive once and in order, and the worker is quick. */
  async function settle(): Promise<void> {
    for (let round = 0; round < 10; round += 1) {
      const events = await collect()
      await deliverAll(events)
      const ofAccounts = await deliverOfAccounts()
      await drain()
      if (events.length === 0 && ofAccounts === 0) return
    }
    throw new Error('Stripe does not come to rest')
  }

  /** The same world with a Stripe SDK that gives up at the first failure. */
  const impatient = {
    ...deps,
    stripe: createStripeGateway({
      secretKey: 'sk_test_archway',
      apiBase: local.url,
      maxNetworkRetries: 0,
    }),
  }

  return {
    ...world,
    impatient,
    stripe: deps.stripe,
    control: local.control,
    buyer,
    staff,
    course,
    program,
    checkOut,
    pay,
    paidOrder,
    collect,
    sign,
    deliver,
    deliverAll,
    drain,
    settle,
    requestId: randomUUID,
    async close() {
      await world.close()
      await local.close()
    },
  }
}
