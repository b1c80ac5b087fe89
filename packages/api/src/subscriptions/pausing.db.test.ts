import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { sellMembership } from '../testing/memberships'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import {
  cancelMembership,
  pauseMembership,
  unpauseMembership,
} from './commands/change-subscription'
import { pollSubscriptions } from './commands/watch-subscriptions'
import { brokenMemberships } from './reads/broken-memberships'

let shop: Shop
let sold: Awaited<ReturnType<typeof sellMembership>>
beforeAll(async () => {
  shop = await createShop()
  sold = await sellMembership(shop)
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  const broken = await brokenMemberships(shop.db, shop.clock.now())
  expect(broken.filter((row) => row.broken > 0)).toEqual([])
})

/** How a membership stands: its state, how often it was paid, and whether it opens something now. */
async function standing(id: string) {
  const { status, orders } = await sold.rowOf(id)
  const now = shop.clock.now()
  const isOpen = await shop.db.accessGrant.count({
    where: {
      sourceType: 'subscription',
      sourceId: id,
      state: 'active',
      OR: [{ endsAt: null }, { endsAt: { gt: now } }],
    },
  })
  return { status, paid: orders.length, isOpen: isOpen > 0 }
}

async function wait(days: number): Promise<void> {
  await sold.wait(days)
  await pollSubscriptions(shop.deps)
  await shop.settle()
}

describe('a pause', () => {
  test('of a month rests a month after what is paid for, and is charged again by itself', async () => {
    const { id, actor } = await sold.member()
    await pauseMembership(shop.deps, actor, { months: 1 })
    expect(await standing(id)).toEqual({ status: 'paused', paid: 1, isOpen: true })
    await wait(33)
    expect(await standing(id)).toEqual({ status: 'paused', paid: 1, isOpen: false })
    await wait(31)
    expect(await standing(id)).toEqual({ status: 'active', paid: 2, isOpen: true })
  })

  test('of a year rests a month, and then a year begins and is charged', async () => {
    const { id, actor } = await sold.member('per_year')
    await pauseMembership(shop.deps, actor, { months: 1 })
    await wait(367)
    expect(await standing(id)).toEqual({ status: 'paused', paid: 1, isOpen: false })
    await wait(31)
    expect(await standing(id)).toEqual({ status: 'active', paid: 2, isOpen: true })
    const { periodStart, periodEnd } = await sold.rowOf(id)
    expect((periodEnd?.getTime() ?? 0) - (periodStart?.getTime() ?? 0)).toBeGreaterThan(
      364 * 86_400_000,
    )
    await wait(1)
    expect(await standing(id)).toMatchObject({ paid: 2 })
  })

  test('ended early charges nothing while something is paid for, and at once afterwards', async () => {
    const early = await sold.member()
    await pauseMembership(shop.deps, early.actor, { months: 1 })
    await unpauseMembership(shop.deps, early.actor)
    expect(await standing(early.id)).toEqual({ status: 'active', paid: 1, isOpen: true })
    expect(await refusal(unpauseMembership(shop.deps, early.actor))).toBe('membership-not-paused')

    const late = await sold.member()
    await pauseMembership(shop.deps, late.actor, { months: 1 })
    await wait(40)
    await unpauseMembership(shop.deps, late.actor)
    expect(await standing(late.id)).toEqual({ status: 'active', paid: 2, isOpen: true })
  })

  test('of a membership that was cancelled meanwhile charges nothing any more', async () => {
    const { id, actor } = await sold.member('per_year')
    await pauseMembership(shop.deps, actor, { months: 1 })
    await wait(367)
    await cancelMembership(shop.deps, actor)
    await wait(31)
    expect(await standing(id)).toMatchObject({ paid: 1, isOpen: false })
  })
})
