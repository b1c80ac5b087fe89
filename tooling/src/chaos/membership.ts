import { z } from 'zod'
import type { Random } from '../random'
import { insist } from './insist'
import { leave, pay, payAfterDecline } from './payment'
import { attempt, pause, type Scene, weighted } from './scene'
import { CURRENCIES } from './shelves'
import { type Buyer, COUNTRIES } from './shop'

const GROUP = 'memberships'
const startedSchema = z.object({ url: z.string() })

/** Subscribes, or looks after the membership that there is: ends, keeps, pauses and continues it. */
export async function playMember(scene: Scene, buyer: Buyer, random: Random): Promise<void> {
  while (!scene.isOver()) {
    const act = weighted(random, [
      [45, subscribe],
      [12, change('subscriptions.cancel')],
      [12, change('subscriptions.resume')],
      [10, change('subscriptions.pause', { months: 1 })],
      [10, change('subscriptions.unpause')],
    ] as const)
    await act(scene, buyer, random)
    await pause(random, 300, 2500)
  }
}

async function subscribe(scene: Scene, buyer: Buyer, random: Random): Promise<void> {
  const input = {
    buyer: { country: random.pick(COUNTRIES), taxNumber: null },
    // Who has the right of withdrawal gives it up to begin; of others it is not asked.
    waiver: 1,
    period: random.pick(['per_month', 'per_year'] as const),
    currency: random.pick(CURRENCIES),
  }
  const start = () => insist(scene, buyer.call, random, 'subscriptions.start', input)
  const answers = await Promise.all(random.below(4) === 0 ? [start(), start()] : [start()])
  const [answer] = answers.filter(({ kind }) => kind === 'answer')
  if (answer?.kind !== 'answer') return
  const session = /cs_test_\w+/.exec(startedSchema.parse(answer.data).url)?.[0]
  if (session === undefined) return
  scene.tally.count(GROUP, 'began to subscribe')
  const act = weighted(random, [
    [75, pay],
    [10, payAfterDecline],
    [15, leave],
  ] as const)
  await act({ scene, random, session, group: GROUP })
}

const change =
  (procedure: string, input?: object) =>
  async (scene: Scene, buyer: Buyer, random: Random): Promise<void> => {
    const answer = await insist(scene, buyer.call, random, procedure, input)
    if (answer.kind === 'answer') scene.tally.count(GROUP, procedure.replace('subscriptions.', ''))
  }

/** Time passes for memberships, one at a time: they renew, are charged, fail, recover and end. */
export async function playTime(scene: Scene, random: Random): Promise<void> {
  const { stripe } = scene.shop
  while (!scene.isOver()) {
    await pause(random, 50, 400)
    const { subscriptions } = await stripe.snapshot()
    const living = subscriptions.filter(({ status }) => status !== 'canceled')
    if (living.length === 0) continue
    const { id: subscription, customer } = random.pick(living)
    const act = weighted<() => Promise<unknown>>(random, [
      [70, () => stripe.skipToNext({ subscription })],
      [12, () => stripe.declineRenewals({ customer, times: 1 + random.below(5) })],
      [10, () => stripe.changeCard({ customer })],
      [8, () => stripe.changeCard({ customer, card: '4000000000000341' })],
    ])
    await attempt(scene, GROUP, 'something came about', act)
  }
}
