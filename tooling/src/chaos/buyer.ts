import { randomUUID } from 'node:crypto'
import { accessTo } from '@archway/api/testing/cart'
import { z } from 'zod'
import type { Random } from '../random'
import type { Answer } from './call'
import { attempt, pause, type Scene, weighted } from './scene'
import { type Buyer, COUNTRIES, CURRENCIES } from './shop'

const GROUP = 'buyers'
/** A page that does not answer is asked for again, so often. */
const PATIENCE = 8

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

const placedSchema = z.object({ kind: z.string(), orderId: z.string().optional() })

/** Shops until it is over: buys, changes their mind, clicks twice, comes back, asks for money back. */
export async function playBuyer(scene: Scene, buyer: Buyer, random: Random): Promise<void> {
  const orders: string[] = []
  while (!scene.isOver()) {
    const act = weighted(random, [
      [70, buy],
      [15, comeBack],
      [15, askForMoney],
    ] as const)
    await act(scene, buyer, random, orders)
    await pause(random, 30, 500)
  }
}

/** Calls until somebody answers: the site may be away for seconds. */
async function insist(
  scene: Scene,
  buyer: Buyer,
  random: Random,
  procedure: string,
  input: unknown,
): Promise<Answer> {
  let answer: Answer = { kind: 'silence', reason: 'not asked' }
  for (let round = 0; round < PATIENCE && answer.kind === 'silence'; round += 1) {
    if (round > 0) await pause(random, 200, 900)
    answer = await buyer.call(procedure, input)
    if (answer.kind !== 'answer') scene.tally.count('answers', `${procedure}: ${answer.reason}`)
  }
  return answer
}

async function buy(scene: Scene, buyer: Buyer, random: Random, orders: string[]): Promise<void> {
  const { shop, tally } = scene
  const cart = new Set<string>()
  const size = 1 + random.below(3)
  while (cart.size < size) cart.add(random.pick(shop.offeringIds))
  const input = {
    items: accessTo(...cart),
    currency: random.pick(CURRENCIES),
    buyer: { country: random.pick(COUNTRIES), taxNumber: null },
  }
  const start = async (codes: string[]) => {
    const answer = await insist(scene, buyer, random, 'orders.startCheckout', { ...input, codes })
    return answer.kind === 'answer' ? [placedSchema.parse(answer.data)] : []
  }
  const codes = random.below(3) === 0 ? [random.pick(shop.codes)] : []
  const clicks = random.below(4) === 0 ? [start(codes), start(codes)] : [start(codes)]
  if (clicks.length > 1) tally.count(GROUP, 'clicked twice')
  let placed = (await Promise.all(clicks)).flat()
  if (codes.length > 0) {
    tally.count(GROUP, placed.length > 0 ? 'used a code' : 'was refused a code')
    if (placed.length === 0) placed = await start([])
  }
  const orderId = placed[0]?.orderId
  if (orderId === undefined) return
  if (placed[0]?.kind === 'settled') tally.count(GROUP, 'had nothing left to pay')
  tally.count(GROUP, 'began to pay')
  orders.push(orderId)
  const session = await sessionOf(scene, orderId)
  if (session === null) return
  await pause(random, 0, 300)
  const act = weighted(random, [
    [60, pay],
    [8, payAfterDecline],
    [10, payByBank],
    [10, cancel],
    [5, cancelWhilePaying],
    [7, leave],
  ] as const)
  await act({ scene, buyer, random, orderId, session })
  if (random.below(2) === 0) await comeBack(scene, buyer, random, [orderId])
}

async function sessionOf({ shop }: Scene, orderId: string): Promise<string | null> {
  const order = await shop.deps.db.order.findUnique({
    where: { id: orderId },
    select: { checkoutSessionId: true },
  })
  return order?.checkoutSessionId ?? null
}

type Payment = { scene: Scene; buyer: Buyer; random: Random; orderId: string; session: string }

const payWith = ({ scene, session }: Payment, what: string, card: string) =>
  attempt(scene, GROUP, what, () => scene.shop.stripe.completeSession({ session, card }))

async function pay(payment: Payment): Promise<void> {
  await payWith(payment, 'paid', weighted(payment.random, CARDS))
}

async function payAfterDecline(payment: Payment): Promise<void> {
  await payWith(payment, 'was declined', DECLINED)
  await pause(payment.random, 50, 400)
  await pay(payment)
}

async function payByBank({ scene, session }: Payment): Promise<void> {
  await attempt(scene, GROUP, 'paid by bank, later', () =>
    scene.shop.stripe.completeSessionByBank({ session }),
  )
}

async function cancel({ scene, buyer, random, orderId }: Payment): Promise<void> {
  const answer = await insist(scene, buyer, random, 'orders.cancel', { orderId })
  if (answer.kind === 'answer') scene.tally.count(GROUP, 'cancelled')
}

async function cancelWhilePaying(payment: Payment): Promise<void> {
  await Promise.all([cancel(payment), pay(payment)])
}

async function leave({ scene }: Payment): Promise<void> {
  scene.tally.count(GROUP, 'left without paying')
}

/** Loads the page after paying, of any of one's orders. */
async function comeBack(
  scene: Scene,
  buyer: Buyer,
  random: Random,
  orders: string[],
): Promise<void> {
  if (orders.length === 0) return
  const answer = await insist(scene, buyer, random, 'orders.awaitReturn', {
    orderId: random.pick(orders),
  })
  if (answer.kind === 'answer') scene.tally.count(GROUP, 'came back')
}

/** Takes a line back as the refund promise allows; sometimes the form is sent twice. */
async function askForMoney(
  scene: Scene,
  buyer: Buyer,
  random: Random,
  orders: string[],
): Promise<void> {
  if (orders.length === 0) return
  const orderId = random.pick(orders)
  const lines = await scene.shop.deps.db.orderLine.findMany({
    where: { orderId },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  if (lines.length === 0) return
  const input = { orderId, orderLineId: random.pick(lines).id, requestId: randomUUID() }
  const ask = () => insist(scene, buyer, random, 'orders.requestRefund', input)
  const answers = await Promise.all(random.below(3) === 0 ? [ask(), ask()] : [ask()])
  if (answers.some(({ kind }) => kind === 'answer')) scene.tally.count(GROUP, 'took money back')
}
