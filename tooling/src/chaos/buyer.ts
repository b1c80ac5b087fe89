import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Random } from '../random'
import { fillCart } from './cart'
import { insist } from './insist'
import { leave, type Payment, pay, payAfterDecline, payByBank, sessionOf } from './payment'
import { pause, type Scene, weighted } from './scene'
import { handGiftOver, shareSeats, takeSeatBack } from './sharing'
import { CURRENCIES } from './shelves'
import { type Buyer, COUNTRIES } from './shop'

const GROUP = 'buyers'
const placedSchema = z.object({ kind: z.string(), orderId: z.string().optional() })

/** Shops until it is over: buys, changes their mind, clicks twice, comes back, asks for money back. */
export async function playBuyer(scene: Scene, buyer: Buyer, random: Random): Promise<void> {
  const orders: string[] = []
  while (!scene.isOver()) {
    const act = weighted(random, [
      [62, buy],
      [13, comeBack],
      [13, askForMoney],
      [5, shareSeats],
      [2, takeSeatBack],
      [5, handGiftOver],
    ] as const)
    await act(scene, buyer, random, orders)
    await pause(random, 30, 500)
  }
}

async function buy(scene: Scene, buyer: Buyer, random: Random, orders: string[]): Promise<void> {
  const { shop, tally } = scene
  const input = {
    items: fillCart(shop, random),
    currency: random.pick(CURRENCIES),
    buyer: { country: random.pick(COUNTRIES), taxNumber: null },
  }
  const start = async (codes: string[]) => {
    const answer = await insist(scene, buyer.call, random, 'orders.startCheckout', {
      ...input,
      codes,
    })
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
  await act({ scene, buyer, random, orderId, session, group: GROUP })
  if (random.below(2) === 0) await comeBack(scene, buyer, random, [orderId])
}

type Purchase = Payment & { buyer: Buyer; orderId: string }

async function cancel({ scene, buyer, random, orderId }: Purchase): Promise<void> {
  const answer = await insist(scene, buyer.call, random, 'orders.cancel', { orderId })
  if (answer.kind === 'answer') scene.tally.count(GROUP, 'cancelled')
}

async function cancelWhilePaying(purchase: Purchase): Promise<void> {
  await Promise.all([cancel(purchase), pay(purchase)])
}

/** Loads the page after paying, of any of one's orders. */
async function comeBack(
  scene: Scene,
  buyer: Buyer,
  random: Random,
  orders: string[],
): Promise<void> {
  if (orders.length === 0) return
  const answer = await insist(scene, buyer.call, random, 'orders.awaitReturn', {
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
  const ask = () => insist(scene, buyer.call, random, 'orders.requestRefund', input)
  const answers = await Promise.all(random.below(3) === 0 ? [ask(), ask()] : [ask()])
  if (answers.some(({ kind }) => kind === 'answer')) scene.tally.count(GROUP, 'took money back')
}
