import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startCheckout } from '../orders/commands/start-checkout'
import { listAdminOrders } from '../orders/reads/admin-orders'
import { adminOrdersInput } from '../orders/schema/order'
import type { Member } from '../shared/actor'
import { createRateLimiter, limits } from '../shared/rate-limit'
import { timesAtOnce } from '../testing/at-once'
import { expectInvariants, standing } from '../testing/books'
import { accessTo } from '../testing/cart'
import { makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { watchDeclines } from './commands/watch-declines'
import { getMoneyHealth } from './reads/money-health'
import { declineThresholds } from './rules/card-testing'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
  await makeUser(shop.db, { email: 'finance@example.test', roles: { create: { role: 'finance' } } })
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

const declined = '4000000000000002'

/** Tries cards on one session until Stripe has declined so many. */
async function tryCards(buyer: Member, times: number) {
  const order = await shop.checkOut(buyer, [(await shop.course()).id])
  for (let index = 0; index < times; index += 1) await shop.pay(order, declined)
  await shop.settle()
  return order
}

const ask = async (buyer: Member) =>
  await refusal(
    startCheckout(shop.deps, buyer, {
      items: accessTo((await shop.course()).id),
      currency: 'USD',
    }),
  )

const health = () => getMoneyHealth(shop.db, false, shop.clock.now())
const alerts = () =>
  shop.db.mailMessage.findMany({
    where: { template: 'card-testing' },
    select: { recipient: true, params: true },
  })

/** Later than anything that a test before has done. */
const pause = () => shop.clock.advanceSeconds(2 * 3600)

describe('card testing', () => {
  test('a person whose cards are declined too often gets no checkout until it has stopped', async () => {
    const buyer = await shop.buyer()
    const open = await tryCards(buyer, declineThresholds.person.failed - 1)
    expect(await ask(buyer)).toBe('allowed')
    await shop.pay(open, declined)
    await shop.settle()
    expect(await ask(buyer)).toBe('too-many-declines')
    const elsewhere = { ...buyer, ipAddress: '203.0.113.200' }
    expect(await ask(elsewhere)).toBe('too-many-declines')
    expect(await ask(await shop.buyer())).toBe('allowed')
    pause()
    expect(await ask(buyer)).toBe('allowed')
  })

  test('an address is closed to everybody behind it, however many accounts are used', async () => {
    pause()
    const ipAddress = '203.0.113.66'
    const { failed } = declineThresholds.origin
    for (let left = failed; left > 0; left -= 5) {
      const buyer = { ...(await shop.buyer()), ipAddress }
      await tryCards(buyer, Math.min(5, left))
    }
    expect(await ask({ ...(await shop.buyer()), ipAddress })).toBe('too-many-declines')
    expect(await ask(await shop.buyer())).toBe('allowed')
    const found = await listAdminOrders(shop.db, adminOrdersInput.parse({ search: ipAddress }))
    expect(found.total).toBe(Math.ceil(failed / 5))
  })

  test('staff is told once in a window, also at once; the open checkout ends; Money health names it', async () => {
    pause()
    await shop.db.mailMessage.deleteMany({ where: { template: 'card-testing' } })
    const buyer = await shop.buyer()
    expect((await health()).suspicions).toEqual([])
    await watchDeclines(shop.deps)
    expect(await alerts()).toEqual([])
    const open = await tryCards(buyer, declineThresholds.person.failed)
    await timesAtOnce(3, () => watchDeclines(shop.deps))
    await shop.settle()
    await expect(shop.pay(open)).rejects.toThrow('expired')
    expect(await standing(shop, open.orderId)).toMatchObject({ status: 'expired', grants: [] })
    expect(await alerts()).toMatchObject([
      {
        recipient: 'finance@example.test',
        params: { scope: 'person', subject: buyer.email, failed: 8, succeeded: 0 },
      },
    ])
    expect((await health()).suspicions).toEqual([
      { scope: 'person', key: buyer.userId, subject: buyer.email, failed: 8, succeeded: 0 },
    ])
    pause()
    expect((await health()).suspicions).toEqual([])
  })

  test('much of it altogether is an alert, and blocks nobody', async () => {
    pause()
    await shop.db.mailMessage.deleteMany({ where: { template: 'card-testing' } })
    const { failed } = declineThresholds.total
    for (let left = failed; left > 0; left -= 7) {
      await tryCards(await shop.buyer(), Math.min(7, left))
    }
    expect(await ask(await shop.buyer())).toBe('allowed')
    expect(await watchDeclines(shop.deps)).toBe(1)
    expect(await alerts()).toMatchObject([{ params: { scope: 'total', subject: null, failed } }])
  })

  test('40 the limit of sessions holds across instances and restarts: the database counts', async () => {
    const buyer = await shop.buyer()
    const instance = () => createRateLimiter(shop.db, { isShortLived: true })
    const instances = [instance(), instance()]
    for (let attempt = 0; attempt < limits.checkoutPerPerson.points; attempt += 1) {
      await instances[attempt % 2]?.consume('checkoutPerPerson', buyer.userId)
    }
    const restarted = { ...shop.deps, limits: instance() }
    const input = { items: accessTo((await shop.course()).id), currency: 'USD' }
    expect(await refusal(startCheckout(restarted, buyer, input))).toBe('too-many-attempts')
  })
})
