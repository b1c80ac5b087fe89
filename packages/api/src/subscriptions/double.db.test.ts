import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccess, hasAccess } from '../enrolments/reads/access'
import { syncTarget } from '../payments/commands/sync-target'
import { brokenInvariants } from '../payments/reads/broken-invariants'
import { subscriptionTargetKey } from '../payments/rules/event-target'
import type { Member } from '../shared/actor'
import { atOnce, timesAtOnce } from '../testing/at-once'
import { makeCourse } from '../testing/factories'
import { sellMembership } from '../testing/memberships'
import { createShop, type Shop } from '../testing/shop'
import { startSubscription } from './commands/start-subscription'
import { brokenMemberships } from './reads/broken-memberships'

let shop: Shop
let sold: Awaited<ReturnType<typeof sellMembership>>
let courseId: string
beforeAll(async () => {
  shop = await createShop()
  sold = await sellMembership(shop)
  courseId = (await makeCourse(shop.db)).offering.id
})
afterAll(() => shop.close())

const monthly = { period: 'per_month', currency: 'USD' } as const
const yearly = { period: 'per_year', currency: 'USD' } as const
const begin = (actor: Member, plan: typeof monthly | typeof yearly) =>
  startSubscription(shop.deps, actor, plan)
const isOpen = ({ userId }: Member) => hasAccess(shop.db, userId, courseId, shop.clock.now())

async function livingAtStripe(userId: string): Promise<number> {
  const { subscriptions } = await shop.control.snapshot()
  const own = await shop.db.subscription.findMany({ where: { userId }, select: { id: true } })
  const ids = new Set(own.map(({ id }) => id))
  return subscriptions.filter(
    ({ metadata, status }) => ids.has(metadata.subscription_id ?? '') && status !== 'canceled',
  ).length
}

const broken = async () =>
  [
    ...(await brokenInvariants(shop.db)),
    ...(await brokenMemberships(shop.db, shop.clock.now())),
  ].filter((row) => row.broken > 0)

describe('78 two memberships of one person, before the first payment is known', () => {
  it('a double click → one checkout, one session', async () => {
    const actor = await shop.buyer()
    const ends = await timesAtOnce(4, () => begin(actor, monthly))
    expect(ends).toContain('allowed')
    const open = await shop.db.subscription.findMany({
      where: { userId: actor.userId, status: 'pending' },
    })
    expect(open).toHaveLength(1)
    const { sessions } = await shop.control.snapshot()
    const own = sessions.filter(({ client_reference_id: id }) => id === open[0]?.id)
    expect(own).toHaveLength(1)
  })

  it('two plans in two tabs → one checkout can be completed, whatever comes first', async () => {
    const actor = await shop.buyer()
    const ends = await atOnce(
      () => begin(actor, monthly),
      () => begin(actor, yearly),
    )
    expect(ends).toContain('allowed')
    const { sessions } = await shop.control.snapshot()
    const rows = await shop.db.subscription.findMany({ where: { userId: actor.userId } })
    const ids = new Set(rows.map(({ id }) => id))
    const open = sessions.filter(
      ({ client_reference_id: id, status }) => ids.has(id ?? '') && status === 'open',
    )
    expect(open).toHaveLength(1)
  })

  it('paid in one tab, begun anew in the other before the news of it → refused, one membership', async () => {
    const { actor, sessionId } = await sold.start('per_month', true)
    const ends = await atOnce(
      () => shop.control.completeSession({ session: sessionId }),
      () => begin(actor, yearly),
    )
    await shop.settle()
    expect(ends.length).toBe(2)
    expect(await livingAtStripe(actor.userId)).toBeLessThanOrEqual(1)
    const again = await atOnce(() => begin(actor, yearly))
    expect(again).toEqual((await isOpen(actor)) ? ['membership-exists'] : ['allowed'])
    expect(await broken()).toEqual([])
  })

  it('both paid all the same, their news at once → exactly one lives, the other is ended and paid back', async () => {
    const first = await sold.start('per_month', true)
    // As if its end had been noted without Stripe knowing of it: only then can there be a second checkout.
    const noted = { where: { id: first.id }, data: { status: 'expired' as const } }
    await shop.db.subscription.update(noted)
    const second = await begin(first.actor, yearly)
    const { checkoutSessionId } = await sold.rowOf(second.subscriptionId)
    await shop.control.completeSession({ session: first.sessionId })
    await shop.control.completeSession({ session: checkoutSessionId ?? '' })
    await shop.deliverAll((await shop.collect()).reverse())
    const ids = [first.id, second.subscriptionId]
    await Promise.all(ids.map((id) => syncTarget(shop.deps, subscriptionTargetKey(id))))
    await shop.settle()
    const rows = await Promise.all(ids.map((id) => sold.rowOf(id)))
    expect(rows.map(({ status }) => status).sort()).toEqual(['active', 'duplicate'])
    expect(await livingAtStripe(first.actor.userId)).toBe(1)
    const kept = rows.find(({ status }) => status === 'active')
    const undone = rows.find(({ status }) => status === 'duplicate')
    expect(kept?.orders).toMatchObject([{ status: 'paid' }])
    expect(undone?.orders).toMatchObject([{ status: 'duplicate' }])
    const refunds = await shop.db.stripeRefund.findMany({
      where: { orderId: undone?.orders[0]?.id ?? '' },
    })
    expect(refunds).toMatchObject([{ status: 'succeeded' }])
    expect(await isOpen(first.actor)).toBe(true)
    const { reasons } = await getAccess(shop.db, first.actor.userId, courseId, shop.clock.now())
    expect(reasons.filter(({ standing }) => standing === 'live')).toHaveLength(1)
    expect(await broken()).toEqual([])
  })
})
