import { randomUUID } from 'node:crypto'
import { randomToken } from '@archway/api/shared/hash'
import { accessTo } from '@archway/api/testing/cart'
import { claimTokens } from '@archway/api/testing/guests'
import { z } from 'zod'
import type { Random } from '../random'
import type { Caller } from './call'
import { insist } from './insist'
import { leave, pay, payAfterDecline, payByBank, sessionOf } from './payment'
import { pause, type Scene, weighted } from './scene'
import { CURRENCIES } from './shelves'
import { COUNTRIES } from './shop'

const GROUP = 'guests'
const placedSchema = z.object({ kind: z.string(), orderId: z.string().optional() })

/** Somebody without an account at a browser; orders that may still be claimed. */
type Guest = { call: Caller; browserToken: string; orders: string[] }

/**
 * Buys with an address alone until it is over, and claims what was bought: with a new account, with one of
 * the buyers', twice at once, or never.
 */
export async function playGuest(scene: Scene, call: Caller, random: Random): Promise<void> {
  const orders: string[] = []
  while (!scene.isOver()) {
    const guest = { call, browserToken: randomToken(), orders }
    const act = weighted(random, [
      [60, buy],
      [40, claim],
    ] as const)
    await act(scene, guest, random)
    await pause(random, 200, 1500)
  }
}

async function buy(scene: Scene, guest: Guest, random: Random): Promise<void> {
  const { shop, tally } = scene
  const cart = new Set([random.pick(shop.offeringIds), random.pick(shop.offeringIds)])
  const input = {
    items: accessTo(...cart),
    currency: random.pick(CURRENCIES),
    buyer: { country: random.pick(COUNTRIES), taxNumber: null },
    codes: random.below(5) === 0 ? [random.pick(shop.codes)] : [],
    email: `guest-${randomUUID()}@example.test`,
    browserToken: guest.browserToken,
  }
  const start = () => insist(scene, guest.call, random, 'guests.startCheckout', input)
  const answers = await Promise.all(random.below(4) === 0 ? [start(), start()] : [start()])
  const [answer] = answers.filter(({ kind }) => kind === 'answer')
  if (answer?.kind !== 'answer') return
  const { orderId } = placedSchema.parse(answer.data)
  if (orderId === undefined) return
  tally.count(GROUP, 'began to pay')
  guest.orders.push(orderId)
  const session = await sessionOf(scene, orderId)
  if (session === null) return
  const act = weighted(random, [
    [65, pay],
    [10, payAfterDecline],
    [10, payByBank],
    [15, leave],
  ] as const)
  await act({ scene, random, session, group: GROUP })
  if (random.below(2) === 0) {
    const { browserToken } = guest
    await insist(scene, guest.call, random, 'guests.awaitReturn', { orderId, browserToken })
  }
}

async function claim(scene: Scene, guest: Guest, random: Random): Promise<void> {
  if (guest.orders.length === 0) return
  const orderId = random.pick(guest.orders)
  const tokens = await claimTokens(scene.shop.deps.db, orderId)
  if (tokens.length === 0) return
  const token = random.pick(tokens)
  const asMember = () => {
    const { call } = random.pick(scene.shop.buyers)
    return insist(scene, call, random, 'guests.claim', { token })
  }
  const asNew = () =>
    insist(scene, guest.call, random, 'guests.claimAsNew', {
      token,
      name: 'Gwen Guest',
      password: randomUUID(),
    })
  const ways = weighted(random, [
    [45, [asMember]],
    [30, [asNew]],
    [25, [asMember, asMember, asNew]],
  ] as const)
  const answers = await Promise.all(ways.map((claimed) => claimed()))
  const taken = answers.filter(({ kind }) => kind === 'answer').length
  if (taken > 0) scene.tally.count(GROUP, 'claimed')
  // Who claims an order again that is theirs is answered the same; that two people get it is an invariant.
  if (ways.length > 1) scene.tally.count(GROUP, 'claimed by several at once')
}
