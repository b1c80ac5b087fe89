import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccess, hasAccess } from '../enrolments/reads/access'
import { reconcile } from '../payments/commands/reconcile'
import { brokenInvariants } from '../payments/reads/broken-invariants'
import { makeCourse } from '../testing/factories'
import { sellMembership } from '../testing/memberships'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { cancelMembership, resumeMembership } from './commands/change-subscription'
import { extendGrace } from './commands/staff-commands'
import { startSubscription } from './commands/start-subscription'
import { pollSubscriptions } from './commands/watch-subscriptions'

let shop: Shop
let sold: Awaited<ReturnType<typeof sellMembership>>
let courseId: string
beforeAll(async () => {
  shop = await createShop()
  sold = await sellMembership(shop)
  courseId = (await makeCourse(shop.db)).offering.id
})
afterAll(() => shop.close())

const isOpen = (userId: string) => hasAccess(shop.db, userId, courseId, shop.clock.now())
const mailsOf = async (id: string) => {
  const mails = await shop.db.mailMessage.findMany({
    where: { key: { startsWith: 'membership-', contains: id } },
    orderBy: { createdAt: 'asc' },
  })
  return mails.map(({ template }) => template)
}

const broken = async () => (await brokenInvariants(shop.db)).filter((found) => found.broken > 0)

describe('memberships', () => {
  it('71 renewal paid → one revenue transaction per invoice', async () => {
    const member = await sold.member()
    expect(await isOpen(member.actor.userId)).toBe(true)
    await sold.wait(31)
    await shop.settle()
    await sold.wait(0.1)
    const events = await shop.collect()
    await shop.deliverAll([...events, ...events].reverse())
    await shop.settle()
    const row = await sold.rowOf(member.id)
    expect(row).toMatchObject({
      status: 'active',
      orders: [{ status: 'paid' }, { status: 'paid' }],
    })
    const posted = await shop.db.ledgerTransaction.findMany({
      where: { orderId: { in: row.orders.map(({ id }) => id) }, kind: 'charge' },
      include: { entries: true },
    })
    expect(posted).toHaveLength(2)
    const revenue = posted.flatMap(({ entries }) =>
      entries.filter(({ account }) => account === 'platform_revenue'),
    )
    expect(revenue.map(({ amountMinor }) => amountMinor)).toEqual([-2900n, -2900n])
    expect(await isOpen(member.actor.userId)).toBe(true)
    expect(await broken()).toEqual([])
  })

  it('72 renewal fails → past due, access until grace; recovered → no gap', async () => {
    const member = await sold.member()
    await shop.control.declineRenewals({ customer: member.customer, times: 1 })
    await sold.wait(31.1)
    await shop.settle()
    const owed = await sold.rowOf(member.id)
    expect(owed.status).toBe('past_due')
    expect(await isOpen(member.actor.userId)).toBe(true)
    await shop.control.changeCard({ customer: member.customer })
    for (let day = 0; day < 8; day += 1) {
      await sold.wait(1)
      await shop.settle()
      expect(await isOpen(member.actor.userId)).toBe(true)
    }
    expect(await sold.rowOf(member.id)).toMatchObject({ status: 'active', graceUntil: null })
    expect(await mailsOf(member.id)).toEqual([
      'membership-started',
      'membership-payment-failed',
      'membership-recovered',
    ])
  })

  it('73 grace is not extended by retries, but by staff with a reason', async () => {
    const member = await sold.member()
    await shop.control.declineRenewals({ customer: member.customer, times: 20 })
    await shop.control.setDunning({ retryDays: [1, 2, 3, 4], after: 'past_due' })
    await sold.wait(31.1)
    await shop.settle()
    const first = await sold.rowOf(member.id)
    await sold.wait(5)
    await shop.settle()
    const retried = await sold.rowOf(member.id)
    expect(retried.graceUntil).toEqual(first.graceUntil)
    expect(retried.invoices.find(({ status }) => status === 'open')?.attemptCount).toBeGreaterThan(
      1,
    )
    const until = new Date(shop.clock.now().getTime() + 20 * 86_400_000)
    const staff = await shop.staff()
    await extendGrace(shop.deps, staff, { subscriptionId: member.id, until, reason: 'on holiday' })
    expect((await sold.rowOf(member.id)).graceUntil).toEqual(until)
    await sold.wait(21)
    await pollSubscriptions(shop.deps)
    await shop.settle()
    expect(await isOpen(member.actor.userId)).toBe(false)
  })

  it('74 unpaid and cancelled → access ends, purchased courses stay', async () => {
    const member = await sold.member()
    const order = await shop.checkOut(member.actor, [courseId])
    await shop.pay(order)
    await shop.settle()
    await shop.stripe.subscriptions.cancel(member.stripeId)
    await shop.settle()
    const other = (await makeCourse(shop.db)).offering.id
    expect(await isOpen(member.actor.userId)).toBe(true)
    expect(await hasAccess(shop.db, member.actor.userId, other, shop.clock.now())).toBe(false)
    expect(await mailsOf(member.id)).toContain('membership-ended')
  })

  it('75 cancelled for the end of the period → access to the end, and it can be taken back', async () => {
    const member = await sold.member()
    await cancelMembership(shop.deps, member.actor)
    const row = await sold.rowOf(member.id)
    expect(row).toMatchObject({ status: 'active', cancelAt: row.periodEnd })
    expect(await refusal(cancelMembership(shop.deps, member.actor))).toBe('membership-cancelled')
    await resumeMembership(shop.deps, member.actor)
    expect((await sold.rowOf(member.id)).cancelAt).toBeNull()
    await cancelMembership(shop.deps, member.actor)
    const access = await getAccess(shop.db, member.actor.userId, courseId, shop.clock.now())
    expect(access.until).toEqual(row.periodEnd)
    await sold.wait(32)
    await shop.settle()
    expect((await sold.rowOf(member.id)).status).toBe('ended')
    expect(await isOpen(member.actor.userId)).toBe(false)
  })

  it('77 a trial opens everything, makes no order, and is had once', async () => {
    const started = await sold.start()
    expect((await sold.rowOf(started.id)).trialDays).toBe(7)
    expect(await isOpen(started.actor.userId)).toBe(false)
    await shop.control.completeSession({ session: started.sessionId })
    await shop.settle()
    const trialing = await sold.rowOf(started.id)
    expect(trialing).toMatchObject({ status: 'trialing', orders: [] })
    expect(await isOpen(started.actor.userId)).toBe(true)
    const again = { period: 'per_year', currency: 'USD' } as const
    const refused = refusal(startSubscription(shop.deps, started.actor, again))
    expect(await refused).toBe('membership-exists')
    await shop.stripe.subscriptions.cancel(trialing.stripeSubscriptionId ?? '')
    await shop.settle()
    expect(await isOpen(started.actor.userId)).toBe(false)
    const second = await startSubscription(shop.deps, started.actor, again)
    expect((await sold.rowOf(second.subscriptionId)).trialDays).toBe(0)
    const { id: _id, ...used } = await shop.db.subscription.findUniqueOrThrow({
      where: { id: started.id },
    })
    const twice = shop.db.subscription.create({
      data: { ...used, checkoutSessionId: null, stripeSubscriptionId: null },
    })
    await expect(twice).rejects.toThrow()
  })

  it('78 a second subscription of one membership → one kept, the other cancelled and paid back, alert', async () => {
    const member = await sold.member()
    const first = await shop.stripe.subscriptions.retrieve(member.stripeId)
    const item = first.items.data[0]
    await shop.stripe.subscriptions.create({
      customer: member.customer,
      items: [{ price: item?.price.id ?? '' }],
      metadata: first.metadata,
      default_payment_method: String(first.default_payment_method),
    })
    await shop.settle()
    const row = await sold.rowOf(member.id)
    expect(row).toMatchObject({ status: 'active', stripeSubscriptionId: member.stripeId })
    const list = await shop.stripe.subscriptions.list({ customer: member.customer, status: 'all' })
    expect(list.data.filter(({ status }) => status === 'active').map(({ id }) => id)).toEqual([
      member.stripeId,
    ])
    expect(row.orders.map(({ status }) => status).sort()).toEqual(['duplicate', 'paid'])
    const alerts = await shop.db.auditEntry.count({
      where: { entityId: member.id, action: 'subscription.review-raised' },
    })
    expect(alerts).toBe(1)
    expect(await broken()).toEqual([])
  })

  it('is found by reconciliation alone when every event is lost', async () => {
    const member = await sold.paid()
    await shop.collect()
    await reconcile(shop.deps)
    await shop.drain()
    expect(await sold.rowOf(member.id)).toMatchObject({
      status: 'active',
      orders: [{ status: 'paid' }],
    })
    expect(await isOpen(member.actor.userId)).toBe(true)
  })

  it('closes, and is ended at Stripe, when its payment is given back', async () => {
    const member = await sold.member()
    const [order] = (await sold.rowOf(member.id)).orders
    await shop.stripe.refunds.create({ payment_intent: order?.paymentIntentId ?? '' })
    await shop.settle()
    expect(await isOpen(member.actor.userId)).toBe(false)
    expect((await sold.rowOf(member.id)).status).toBe('ended')
  })
})
