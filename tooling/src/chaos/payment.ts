import type { Random } from '../random'
import { attempt, pause, type Scene, weighted } from './scene'

/** Test cards (docs.stripe.com/testing): what happens to most payments, and to some. */
const CARDS = [
  [80, '4242424242424242'],
  [4, '4000000000000259'],
  [3, '4000000000001976'],
  [6, '4000000000007726'],
  [4, '4000000000005126'],
  [3, '4000002500003155'],
] as const
const DECLINED = '4000000000000002'

/** Somebody at Stripe's page, counted in the group of who they are. */
export type Payment = { scene: Scene; random: Random; session: string; group: string }

const payWith = ({ scene, session, group }: Payment, what: string, card: string) =>
  attempt(scene, group, what, () => scene.shop.stripe.completeSession({ session, card }))

export async function pay(payment: Payment): Promise<void> {
  await payWith(payment, 'paid', weighted(payment.random, CARDS))
}

export async function payAfterDecline(payment: Payment): Promise<void> {
  await payWith(payment, 'was declined', DECLINED)
  await pause(payment.random, 50, 400)
  await pay(payment)
}

export async function payByBank({ scene, session, group }: Payment): Promise<void> {
  await attempt(scene, group, 'paid by bank, later', () =>
    scene.shop.stripe.completeSessionByBank({ session }),
  )
}

export async function leave({ scene, group }: Payment): Promise<void> {
  scene.tally.count(group, 'left without paying')
}

/** The session of an order, once it has one. */
export async function sessionOf({ shop }: Scene, orderId: string): Promise<string | null> {
  const order = await shop.deps.db.order.findUnique({
    where: { id: orderId },
    select: { checkoutSessionId: true },
  })
  return order?.checkoutSessionId ?? null
}
