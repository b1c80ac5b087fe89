import { randomUUID } from 'node:crypto'
import type { Random } from '../random'
import { attempt, pause, type Scene, weighted } from './scene'

const GROUP = 'banks and staff'

/** What happens to payments afterwards, at Stripe, at banks and at the dashboard's desk. */
export async function playBank(scene: Scene, random: Random): Promise<void> {
  while (!scene.isOver()) {
    const act = weighted(random, [
      [20, refundAtStripe],
      [25, refundByStaff],
      [10, dispute],
      [25, decideDispute],
      [30, settleBankPayment],
      [10, finishRefund],
      [4, failRefund],
    ] as const)
    await act(scene, random)
    await pause(random, 100, 900)
  }
}

/** One row of those that the database names, chosen by the seed and not by the plan of the query. */
export async function pickRow<T extends object>(
  { shop }: Scene,
  random: Random,
  sql: string,
): Promise<T | null> {
  const { rows } = await shop.pool.query<T>(sql)
  return rows.length > 0 ? random.pick(rows) : null
}

async function refundAtStripe(scene: Scene, random: Random): Promise<void> {
  const charge = await pickRow<{ id: string; amount: string }>(
    scene,
    random,
    `select id, amount_minor as amount from stripe_charges where status = 'succeeded' order by id`,
  )
  if (!charge) return
  const isWhole = random.below(2) === 0
  const amount = isWhole ? undefined : 1 + random.below(Number(charge.amount))
  await attempt(scene, GROUP, isWhole ? 'refund at Stripe' : 'part refund at Stripe', () =>
    scene.shop.stripe.createRefund({ charge: charge.id, amount }),
  )
}

async function refundByStaff(scene: Scene, random: Random): Promise<void> {
  const order = await pickRow<{ id: string }>(
    scene,
    random,
    `select id from orders where status in ('paid', 'partially_refunded', 'disputed') order by id`,
  )
  if (!order) return
  const input = { orderId: order.id, requestId: randomUUID(), reason: 'asked for on the telephone' }
  const sent = () => scene.shop.staff('orders.refund', input)
  const answers = await Promise.all(random.below(3) === 0 ? [sent(), sent()] : [sent()])
  for (const answer of answers) {
    scene.tally.count(
      GROUP,
      answer.kind === 'answer' ? 'refund by staff' : `refund by staff: ${answer.reason}`,
    )
  }
}

async function dispute(scene: Scene, random: Random): Promise<void> {
  const charge = await pickRow<{ id: string }>(
    scene,
    random,
    `select id from stripe_charges where status = 'succeeded' order by id`,
  )
  if (!charge) return
  const status = random.below(4) === 0 ? 'warning_needs_response' : 'needs_response'
  await attempt(scene, GROUP, status === 'needs_response' ? 'dispute' : 'inquiry', () =>
    scene.shop.stripe.createDispute({ charge: charge.id, status }),
  )
}

async function decideDispute(scene: Scene, random: Random): Promise<void> {
  const open = await pickRow<{ id: string }>(
    scene,
    random,
    `select id from stripe_disputes where status not in ('won', 'warning_closed') order by id`,
  )
  if (!open) return
  const status = random.pick(['under_review', 'won', 'lost', 'warning_closed'] as const)
  await attempt(scene, GROUP, `dispute ${status}`, () =>
    scene.shop.stripe.moveDispute({ dispute: open.id, status }),
  )
}

async function settleBankPayment(scene: Scene, random: Random): Promise<void> {
  const order = await pickRow<{ session: string }>(
    scene,
    random,
    `select checkout_session_id as session from orders
     where status = 'processing' and checkout_session_id is not null order by id`,
  )
  if (!order) return
  const outcome = random.below(4) === 0 ? 'failed' : 'succeeded'
  await attempt(scene, GROUP, `bank payment ${outcome}`, () =>
    scene.shop.stripe.settlePayment({ session: order.session, outcome }),
  )
}

async function finishRefund(scene: Scene, random: Random): Promise<void> {
  const refund = await pickRow<{ id: string }>(
    scene,
    random,
    `select id from stripe_refunds where status = 'pending' order by id`,
  )
  if (!refund) return
  await attempt(scene, GROUP, 'refund arrived', () =>
    scene.shop.stripe.succeedRefund({ refund: refund.id }),
  )
}

async function failRefund(scene: Scene, random: Random): Promise<void> {
  const refund = await pickRow<{ id: string }>(
    scene,
    random,
    `select id from stripe_refunds where status in ('pending', 'succeeded') order by id`,
  )
  if (!refund) return
  await attempt(scene, GROUP, 'refund came back', () =>
    scene.shop.stripe.failRefund({ refund: refund.id }),
  )
}
