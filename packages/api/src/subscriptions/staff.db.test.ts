import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resyncTarget } from '../payments/commands/resync-target'
import { subscriptionTargetKey } from '../payments/rules/event-target'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { sellMembership } from '../testing/memberships'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { cancelByStaff, resyncSubscription } from './commands/staff-commands'
import { requireAdminSubscription } from './reads/admin-subscription'
import { listAdminSubscriptions } from './reads/admin-subscriptions'
import { getSubscriptionOverview } from './reads/overview'
import { adminSubscriptionsInput } from './schema'

let shop: Shop
let sold: Awaited<ReturnType<typeof sellMembership>>
beforeAll(async () => {
  shop = await createShop()
  sold = await sellMembership(shop)
})
afterAll(() => shop.close())

const staff = async (role: 'support' | 'catalog_editor') =>
  memberOf(await makeUser(shop.db), { roles: [role] })

const listed = async (input: object = {}) =>
  (await listAdminSubscriptions(shop.db, adminSubscriptionsInput.parse(input))).rows.map(
    ({ id }) => id,
  )

const detail = async (subscriptionId: string, role: 'support' | 'catalog_editor' = 'support') =>
  requireAdminSubscription(shop.db, await staff(role), { subscriptionId }, shop.clock.now())

describe('memberships for staff', () => {
  it('finds them by person, by plan, by what Stripe calls them, and by whether their end is set', async () => {
    const monthly = await sold.member()
    const yearly = await sold.member('per_year')
    await cancelByStaff(shop.deps, await staff('support'), {
      subscriptionId: yearly.id,
      when: 'period_end',
      reason: 'Asked for it by mail',
    })
    expect(await listed({ search: monthly.actor.email, status: ['active'] })).toEqual([monthly.id])
    expect(await listed({ search: monthly.stripeId })).toEqual([monthly.id])
    expect(await listed({ userId: yearly.actor.userId, status: ['active'] })).toEqual([yearly.id])
    expect(await listed({ period: 'per_year', isCancelled: true })).toEqual([yearly.id])
    expect(await listed({ period: 'per_year', isCancelled: false })).toEqual([])
  })

  it('sums what renews in a month, a year as a twelfth, without trials and what is cancelled', async () => {
    const before = await getSubscriptionOverview(shop.deps)
    await sold.member()
    await sold.member('per_year')
    const leaving = await sold.member()
    await cancelByStaff(shop.deps, await staff('support'), {
      subscriptionId: leaving.id,
      when: 'period_end',
      reason: 'Asked for it by mail',
    })
    const trial = await sold.start()
    await shop.control.completeSession({ session: trial.sessionId })
    await shop.settle()
    const after = await getSubscriptionOverview(shop.deps)
    const sum = ({ recurring }: typeof after) => recurring[0]?.amountMinor ?? 0n
    // 29.00 and 290.00 / 12
    expect(sum(after) - sum(before)).toBe(2900n + 2416n)
    expect(after.recurring).toMatchObject([{ currency: 'USD' }])
    expect(after.trialing - before.trialing).toBe(1)
    expect(after.active - before.active).toBe(3)
    expect(after.cancelling - before.cancelling).toBe(1)
  })

  it('shows what happened, and offers each only what their role may do', async () => {
    const member = await sold.member()
    const support = await staff('support')
    const seen = await detail(member.id)
    expect(seen).toMatchObject({
      status: 'active',
      payments: 1,
      may: { end: true, endLater: true, extendGrace: false, resync: true },
      sync: { isDirty: false },
    })
    expect(seen.invoices).toMatchObject([{ status: 'paid', order: { status: 'paid' } }])
    expect(seen.reasons).toMatchObject([{ standing: 'live' }])
    expect(seen.events.length).toBeGreaterThan(0)
    expect((await detail(member.id, 'catalog_editor')).may).toEqual({
      end: false,
      endLater: false,
      extendGrace: false,
      resync: false,
    })
    const order = {
      subscriptionId: member.id,
      when: 'now',
      reason: 'Asked for it by mail',
    } as const
    expect(await refusal(cancelByStaff(shop.deps, await staff('catalog_editor'), order))).toBe(
      'not-allowed',
    )
    await cancelByStaff(shop.deps, support, order)
    const after = await detail(member.id)
    expect(after.status).toBe('ended')
    expect(after.may).toMatchObject({ end: false, endLater: false })
    expect(after.timeline).toContainEqual(
      expect.objectContaining({ kind: 'staff', key: 'cancel', note: order.reason }),
    )
  })

  it('asks Stripe again about one whose news was lost, and not about one that does not exist', async () => {
    const member = await sold.paid()
    await shop.collect()
    const support = await staff('support')
    expect((await sold.rowOf(member.id)).status).toBe('pending')
    expect(await resyncSubscription(shop.deps, support, member.id)).toEqual({ outcome: 'synced' })
    expect((await sold.rowOf(member.id)).status).toBe('active')
    await resyncTarget(shop.deps, support, subscriptionTargetKey(member.id))
    const { timeline } = await detail(member.id)
    expect(timeline.filter(({ key }) => key === 'resync')).toHaveLength(2)
    const unknown = resyncSubscription(shop.deps, support, crypto.randomUUID())
    expect(await refusal(unknown)).toBe('not-found')
  })
})
