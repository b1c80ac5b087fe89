import { startOnboarding } from '../payouts/commands/connect-account'
import { runPayouts } from '../payouts/commands/run-payouts'
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

  /** Somebody buys the course. */
  async function sell() {
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    const paymentIntent = await shop.pay(order)
    await shop.settle()
    return { ...order, paymentIntent }
  }

  return {
    ...earner,
    openAccount,
    sell,
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
