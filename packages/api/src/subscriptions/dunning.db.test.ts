import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasAccess } from '../enrolments/reads/access'
import { makeCourse } from '../testing/factories'
import { sellMembership } from '../testing/memberships'
import { createShop, type Shop } from '../testing/shop'
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

/** The days, counted from now, on which each reminder of a payment that fails was decided on. */
async function remindersOf(id: string, days: number): Promise<{ day: number; stage: unknown }[]> {
  const template = 'membership-payment-failed'

  const told: { day: number; stage: unknown }[] = []
  const seen = new Set<string>()
  for (let day = 0; day <= days; day += 1) {
    await pollSubscriptions(shop.deps)
    await shop.settle()
    const mails = await shop.db.mailMessage.findMany({
      where: { template, key: { contains: id } },
    })
    for (const { key, params } of mails) {
      if (seen.has(key)) continue
      seen.add(key)
      told.push({ day, stage: (params as { stage?: string }).stage })
    }
    await sold.wait(1)
  }
  return told
}

const isOpen = (userId: string) => hasAccess(shop.db, userId, courseId, shop.clock.now())

test('72 a payment that fails is told on the first day, after a week, three days before the end, and at it', async () => {
  const member = await sold.member()
  await shop.control.declineRenewals({ customer: member.customer, times: 20 })
  await shop.control.setDunning({ retryDays: [3, 5, 7], after: 'past_due' })
  // June has thirty days, and Stripe charges an hour after it has made the invoice.
  await sold.wait(30.1)
  const told = await remindersOf(member.id, 16)
  expect(told).toEqual([
    { day: 0, stage: 'first' },
    { day: 7, stage: 'second' },
    { day: 11, stage: 'last' },
    { day: 14, stage: 'closed' },
  ])
  expect(await isOpen(member.actor.userId)).toBe(false)
})

test.each([
  ['a trial of seven days', 'three', 7 - 3],
  ['a year', 'fourteen', 365 - 14],
])(
  '%s is told of %s days before it is charged, not earlier and not twice',
  async (what, _, day) => {
    const begun = what === 'a year' ? await sold.paid('per_year') : await sold.start()
    if (what !== 'a year') await shop.control.completeSession({ session: begun.sessionId })
    await shop.settle()
    const told = async () => {
      await pollSubscriptions(shop.deps)
      await shop.settle()
      const template = 'membership-charge-coming'
      return await shop.db.mailMessage.count({ where: { template, key: { contains: begun.id } } })
    }
    await sold.wait(day - 0.1)
    expect(await told()).toBe(0)
    await sold.wait(0.2)
    expect(await told()).toBe(1)
    await sold.wait(1)
    expect(await told()).toBe(1)
  },
)
