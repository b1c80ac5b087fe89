import { randomUUID } from 'node:crypto'
import { refundOrder } from '../orders/commands/refund-order'
import { startOnboarding } from '../payouts/commands/connect-account'
import { runPayouts } from '../payouts/commands/run-payouts'
import { getPayoutPlan } from '../payouts/reads/payout-plan'
import { listEarnings } from '../providers/reads/earnings'
import type { Member, System } from '../shared/actor'
import { memberOf } from './actors'
import { makeUser } from './factories'
import type { Shop } from './shop'

/** Who runs payouts when nobody is asked. */
export const scheduler: System = { type: 'system', name: 'payouts' }

/** Longer than any refund promise runs, and than Stripe keeps a payment back. */
const beyondPromisesSeconds = 15 * 86_400

/** A provider that sells one course at 100 dollars and keeps 70 of them. */
export async function createEarner(shop: Shop, options: { hasAccount?: boolean } = {}) {
  const { db, deps, control } = shop
  const course = await shop.course(10_000n)
  const { providerId } = course
  const user = await makeUser(db)
  const owner: Member = memberOf(user, { providerIds: [providerId] })
  await db.providerMember.create({ data: { providerId, userId: user.id, role: 'owner' } })
  const earner = { providerId, owner, course, accountId: '' }
  if (options.hasAccount !== false) {
    earner.accountId = await openAccount()
    await control.onboardAccount({ account: earner.accountId })
    await shop.settle()
  }

  /** Opens the account and leaves it as it is. */
  async function openAccount(): Promise<string> {
    await startOnboarding(deps, owner, { providerId })
    const { id } = await db.providerAccount.findFirstOrThrow({
      where: { providerId },
      orderBy: { createdAt: 'desc' },
    })
    return id
  }

  /** Somebody is about to pay for the course, and for others with it. */
  const order = (buyer: Member, ...others: string[]) => shop.checkOut(buyer, [course.id, ...others])

  /** Somebody buys the course. */
  async function sell() {
    const placed = await order(await shop.buyer())
    const paymentIntent = await shop.pay(placed)
    await shop.settle()
    return { ...placed, paymentIntent }
  }

  return {
    ...earner,
    openAccount,
    order,
    sell,
    /** What the provider has earned, as its page says it. */
    earnings: async () => (await listEarnings(db, false, [providerId], shop.clock.now()))[0],
    /** What a run would do. */
    plan: async () => (await getPayoutPlan(db, false, [providerId], shop.clock.now()))[0],
    /** What has reached the account at Stripe. */
    transfers: async () =>
      (await control.snapshot()).transfers.filter((row) => row.destination === earner.accountId),
    /** The mails that its owner got, by their templates. */
    mails: async () =>
      (
        await db.mailMessage.findMany({
          where: { recipient: owner.email },
          orderBy: { createdAt: 'asc' },
        })
      ).map((mail) => mail.template),
    /** Staff gives an order back: all of it, or an amount of its line. */
    async refund(orderId: string, amountMinor?: bigint) {
      const lines = await db.orderLine.findMany({ where: { orderId } })
      await refundOrder(deps, await shop.staff(), {
        orderId,
        requestId: randomUUID(),
        reason: 'asked for it',
        lines: lines.map((line) => ({
          orderLineId: line.id,
          amountMinor: amountMinor ?? line.amountMinor,
        })),
      })
      await shop.settle()
    },
    /** Lets refund promises run out and payments become available. */
    async wait() {
      shop.clock.advanceSeconds(beyondPromisesSeconds)
      await control.snapshot()
    },
    /** Plans and sends this provider's payouts. */
    async payOut() {
      const run = await runPayouts(deps, scheduler, [providerId])
      await shop.settle()
      return run
    },
    payouts: () =>
      db.payout.findMany({
        where: { providerId },
        orderBy: { number: 'asc' },
        include: { lines: true },
      }),
  }
}
