import { randomUUID } from 'node:crypto'
import { startSubscription } from '../subscriptions/commands/start-subscription'
import type { StartSubscriptionInput } from '../subscriptions/schema'
import type { MembershipPeriod } from '../subscriptions/states'
import { makeOffering } from './factories'
import type { Shop } from './shop'

export const daySeconds = 86_400

/** A shop that sells a membership at 29 dollars a month and 290 a year, with what happens to it in time. */
export async function sellMembership(shop: Shop) {
  const { db, deps, control } = shop
  const offering = await makeOffering(db, {
    prices: [],
    data: {
      kind: 'membership',
      title: 'All-access membership',
      publishedAt: new Date('2025-01-01T00:00:00Z'),
      prices: {
        create: [
          { currency: 'USD', amountMinor: 2900n, period: 'per_month' },
          { currency: 'USD', amountMinor: 29_000n, period: 'per_year' },
        ],
      },
    },
  })

  const rowOf = (id: string) =>
    db.subscription.findUniqueOrThrow({ where: { id }, include: { orders: true, invoices: true } })

  /** Opens a checkout; with `isReturning` for somebody whose trial is used up. */
  async function start(
    period: MembershipPeriod = 'per_month',
    isReturning = false,
    said: Pick<StartSubscriptionInput, 'buyer' | 'waiver'> = {},
  ) {
    const actor = await shop.buyer()
    if (isReturning) await useTrial(actor.userId)
    const input = { period, currency: 'USD', ...said }
    const { subscriptionId: id } = await startSubscription(deps, actor, input)
    const { checkoutSessionId } = await rowOf(id)
    return { id, actor, sessionId: checkoutSessionId ?? '' }
  }

  async function useTrial(userId: string): Promise<void> {
    const price = await db.price.findFirstOrThrow({ where: { offeringId: offering.id } })
    const used = { status: 'ended', trialDays: 7, livemode: false, currency: 'USD' } as const
    await db.subscription.create({
      data: {
        ...used,
        userId,
        offeringId: offering.id,
        email: 'old@example.test',
        period: 'per_month',
        amountMinor: 2900n,
        priceId: price.id,
        expiresAt: shop.clock.now(),
        createdAt: new Date('2025-01-01T00:00:00Z'),
      },
    })
  }

  /** A membership that is paid from its first day, without news of it having arrived. */
  async function paid(period: MembershipPeriod = 'per_month') {
    const started = await start(period, true)
    await control.completeSession({ session: started.sessionId })
    return started
  }

  /** The same, arrived. */
  async function member(period: MembershipPeriod = 'per_month') {
    const started = await paid(period)
    await shop.settle()
    const row = await rowOf(started.id)
    return {
      ...started,
      stripeId: row.stripeSubscriptionId ?? '',
      customer: row.stripeCustomerId ?? '',
    }
  }

  /** Lets time pass at both sides. */
  async function wait(days: number): Promise<void> {
    shop.clock.advanceSeconds(Math.round(days * daySeconds))
    await control.advanceClock({ seconds: 0 })
  }

  /** Many checkouts that are open, each of a person of its own, straight into the database. */
  async function manyPending(count: number): Promise<string[]> {
    const price = await db.price.findFirstOrThrow({ where: { offeringId: offering.id } })
    const rows = Array.from({ length: count }, () => ({ id: randomUUID(), userId: randomUUID() }))
    await db.user.createMany({
      data: rows.map(({ userId }) => ({ id: userId, email: `${userId}@example.test` })),
    })
    await db.subscription.createMany({
      data: rows.map((row) => ({
        ...row,
        offeringId: offering.id,
        email: `${row.userId}@example.test`,
        period: 'per_month',
        currency: 'USD',
        amountMinor: 2900n,
        priceId: price.id,
        livemode: false,
        expiresAt: new Date(shop.clock.now().getTime() + 3_600_000),
      })),
    })
    return rows.map(({ id }) => id)
  }

  return { offering, rowOf, start, paid, member, wait, manyPending }
}
