import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../random'
import { attempt, pause, type Scene, weighted } from './scene'

const GROUP = 'trouble'
/** Begins the id of every event that is forged here. */
export const FORGED = 'evt_forged'

/** Loses, doubles, delays, reorders and forges what Stripe sends, and lets Stripe's answers fail. */
export async function playTrouble(scene: Scene, random: Random): Promise<void> {
  while (!scene.isOver()) {
    const act = weighted(random, [
      [20, lose],
      [20, repeat],
      [15, delay],
      [15, holdAndShuffle],
      [15, forge],
      [5, tellOfStrangers],
      [20, failAtStripe],
    ] as const)
    await act(scene, random)
    await pause(random, 100, 700)
  }
}

/** The limits on attempts are not the subject here, and would soon stop so few people. */
export async function liftLimits({ shop, isOver }: Scene): Promise<void> {
  while (!isOver()) {
    await shop.pool.query('delete from rate_limits')
    await sleep(1000)
  }
}

/** Kills the worker and the site, again and again. */
export async function playKiller(scene: Scene, random: Random): Promise<void> {
  while (!scene.isOver()) {
    await pause(random, 3000, 12_000)
    if (scene.isOver()) return
    const victim = weighted(random, [
      [3, 'worker'],
      [2, 'web'],
    ] as const)
    await scene.shop.crash(victim)
    scene.tally.count(GROUP, `kill -9 of the ${victim === 'web' ? 'site' : 'worker'}`)
  }
}

async function pickEvent({ shop }: Scene, random: Random, state?: 'pending') {
  const deliveries = await shop.stripe.listDeliveries({ state })
  const recent = deliveries.slice(-60)
  return recent.length > 0 ? random.pick(recent).event : null
}

async function lose(scene: Scene, random: Random): Promise<void> {
  const event = await pickEvent(scene, random, 'pending')
  if (event === null) return
  await attempt(scene, GROUP, 'event lost', () => scene.shop.stripe.dropDelivery({ event }))
}

async function repeat(scene: Scene, random: Random): Promise<void> {
  const event = await pickEvent(scene, random)
  if (event === null) return
  const asNewEvent = random.below(3) === 0
  await attempt(scene, GROUP, asNewEvent ? 'event under two ids' : 'event repeated', () =>
    scene.shop.stripe.duplicateDelivery({ event, times: 1 + random.below(4), asNewEvent }),
  )
}

async function delay(scene: Scene, random: Random): Promise<void> {
  const event = await pickEvent(scene, random, 'pending')
  if (event === null) return
  const seconds = 2 + random.below(12)
  await attempt(scene, GROUP, 'event delayed', () =>
    scene.shop.stripe.delayDelivery({ event, seconds }),
  )
}

/** Everything waits for a while, and then comes at once, in any order, some of it twice. */
async function holdAndShuffle(scene: Scene, random: Random): Promise<void> {
  const { stripe } = scene.shop
  await stripe.pauseDeliveries()
  await sleep(500 + random.below(2500))
  const sent = await attempt(scene, GROUP, 'events shuffled and sent at once', () =>
    stripe.flushDeliveries({
      order: 'shuffled',
      seed: random.below(1_000_000),
      concurrency: 6,
      copies: 1 + random.below(2),
    }),
  )
  scene.tally.count(GROUP, 'events in those', sent?.length ?? 0)
  await stripe.resumeDeliveries()
}

/** None of these may leave a trace. */
async function forge(scene: Scene, random: Random): Promise<void> {
  const event = await pickEvent(scene, random)
  if (event === null) return
  const eventId = `${FORGED}${random.below(1_000_000_000)}`
  const alteration = {
    eventId,
    ...random.pick([
      { secret: 'whsec_of_somebody_else' },
      { signature: 'missing' },
      { signature: 'malformed' },
      { signature: 'tampered' },
      { timestampOffsetSeconds: -301 },
    ] as const),
  }
  const sent = await attempt(scene, GROUP, 'event forged', () =>
    scene.shop.stripe.deliver({ event, alteration }),
  )
  for (const { status } of sent ?? []) {
    scene.tally.count('answers', `forged event: ${status ?? 'site away'}`)
  }
}

/** Events of other applications on the same account, and of types that nobody here has heard of. */
async function tellOfStrangers(scene: Scene, random: Random): Promise<void> {
  const [type, object] = random.pick([
    ['payment_intent.succeeded', { id: 'pi_of_another_app', object: 'payment_intent' }],
    ['tax.rate.created', { id: 'txr_1', object: 'tax_rate' }],
    ['refund.created', { id: 're_1', object: 'refund', payment_intent: 'pi_of_another_app' }],
  ] as const)
  await attempt(scene, GROUP, 'event of strangers', () =>
    scene.shop.stripe.emitEvent({ type, object }),
  )
}

async function failAtStripe(scene: Scene, random: Random): Promise<void> {
  const kind = random.pick(['rate_limit', 'server_error', 'disconnect', 'delay'] as const)
  const when = random.pick(['before', 'after'] as const)
  await attempt(scene, GROUP, `Stripe fails: ${kind.replace('_', ' ')}, ${when} the work`, () =>
    scene.shop.stripe.injectFault({
      pathPrefix: random.pick([
        '/v1/checkout/sessions',
        '/v1/payment_intents',
        '/v1/charges',
        '/v1/refunds',
        '/v1/transfers',
        '/v1/accounts',
        '/v1/account_links',
        '/v1/events',
      ]),
      kind,
      when,
      times: 1 + random.below(3),
      milliseconds: 2000,
    }),
  )
}
