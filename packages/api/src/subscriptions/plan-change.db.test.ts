import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasAccess } from '../enrolments/reads/access'
import { brokenInvariants } from '../payments/reads/broken-invariants'
import { atOnce } from '../testing/at-once'
import { makeCourse } from '../testing/factories'
import { sellMembership } from '../testing/memberships'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { changePlan, previewLifetimeMs, previewPlan } from './commands/change-plan'

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
const planOf = async (id: string) => {
  const { stripeSubscriptionId } = await sold.rowOf(id)
  return await shop.db.stripeSubscription.findUniqueOrThrow({
    where: { id: stripeSubscriptionId ?? '' },
    select: { interval: true, amountMinor: true },
  })
}
const mailsOf = (id: string) =>
  shop.db.mailMessage.count({ where: { key: { startsWith: `membership-plan-changed:${id}` } } })

describe('76 another plan', () => {
  it('by the year → what was shown is charged, less the credit; told by mail, kept in the audit', async () => {
    const member = await sold.member()
    await sold.wait(10)
    await shop.settle()
    const preview = await previewPlan(shop.deps, member.actor, { period: 'per_year' })
    expect(preview.creditMinor).toBeLessThan(0n)
    expect(preview.dueMinor).toBe(29_000n + preview.creditMinor)
    await changePlan(shop.deps, member.actor, preview)
    await shop.settle()
    const totals = (await sold.rowOf(member.id)).orders.map(({ totalMinor }) => totalMinor)
    expect(totals.sort()).toEqual([2900n, preview.dueMinor].sort())
    expect(await planOf(member.id)).toEqual({ interval: 'year', amountMinor: 29_000n })
    expect(await isOpen(member.actor.userId)).toBe(true)
    expect(await mailsOf(member.id)).toBe(1)
    const entry = await shop.db.auditEntry.findFirstOrThrow({
      where: { entityId: member.id, action: 'subscription.change-plan' },
    })
    expect(entry).toMatchObject({
      actorId: member.actor.userId,
      after: { kind: 'plan', interval: 'year', amountMinor: '29000' },
    })
  })

  it('by the month → nothing is due, the rest pays the next months, and no grant ends before it begins', async () => {
    const member = await sold.member('per_year')
    await sold.wait(100)
    await shop.settle()
    const preview = await previewPlan(shop.deps, member.actor, { period: 'per_month' })
    expect(preview.dueMinor).toBe(0n)
    await changePlan(shop.deps, member.actor, preview)
    await shop.settle()
    for (let month = 0; month < 3; month += 1) {
      await sold.wait(31.1)
      await shop.settle()
      await sold.wait(0.1)
      await shop.settle()
      expect(await isOpen(member.actor.userId)).toBe(true)
    }
    const row = await sold.rowOf(member.id)
    expect(row.orders.map(({ totalMinor }) => totalMinor)).toEqual([29_000n])
    expect(row.status).toBe('active')
    expect((await brokenInvariants(shop.db)).filter(({ broken }) => broken > 0)).toEqual([])
  })

  it('asked for twice at once → one change, one charge', async () => {
    const member = await sold.member()
    await sold.wait(3)
    await shop.settle()
    const preview = await previewPlan(shop.deps, member.actor, { period: 'per_year' })
    const change = () => changePlan(shop.deps, member.actor, preview)
    const ends = await atOnce(change, change, change)
    expect(ends.filter((end) => end === 'allowed')).toHaveLength(1)
    await shop.settle()
    expect((await sold.rowOf(member.id)).orders).toHaveLength(2)
    expect(await refusal(change())).toBe('membership-plan-same')
    // It was made at Stripe, and its news is not here yet.
    const known = { where: { id: member.stripeId }, data: { interval: 'month' } }
    await shop.db.stripeSubscription.update(known)
    expect(await refusal(change())).toBe('membership-plan-same')
    expect(await mailsOf(member.id)).toBe(1)
  })

  it('with a card that is declined → nothing changes and nothing is owed', async () => {
    const member = await sold.member()
    await sold.wait(1)
    await shop.settle()
    const preview = await previewPlan(shop.deps, member.actor, { period: 'per_year' })
    await shop.control.declineRenewals({ customer: member.customer, times: 1 })
    const refused = refusal(changePlan(shop.deps, member.actor, preview))
    expect(await refused).toBe('membership-change-refused')
    await shop.settle()
    expect(await planOf(member.id)).toEqual({ interval: 'month', amountMinor: 2900n })
    expect(await sold.rowOf(member.id)).toMatchObject({ status: 'active', graceUntil: null })
    expect(await mailsOf(member.id)).toBe(0)
  })

  it('is refused for a preview that is old, made up, or of a trial', async () => {
    const member = await sold.member()
    const preview = await previewPlan(shop.deps, member.actor, { period: 'per_year' })
    const ahead = { ...preview, at: new Date(preview.at.getTime() + 60_000) }
    expect(await refusal(changePlan(shop.deps, member.actor, ahead))).toBe('membership-preview-old')
    shop.clock.advanceSeconds(previewLifetimeMs / 1000 + 1)
    const old = refusal(changePlan(shop.deps, member.actor, preview))
    expect(await old).toBe('membership-preview-old')
    const trial = await sold.start()
    await shop.control.completeSession({ session: trial.sessionId })
    await shop.settle()
    const early = refusal(previewPlan(shop.deps, trial.actor, { period: 'per_year' }))
    expect(await early).toBe('membership-not-active')
  })
})
