import { afterAll, beforeAll, expect, test } from 'vitest'
import { getAccess } from '../enrolments/reads/access'
import { refundOrder } from '../orders/commands/refund-order'
import { brokenInvariants } from '../payments/reads/broken-invariants'
import type { Member } from '../shared/actor'
import { expectInvariants } from '../testing/books'
import { checkOutAsGuest, claimTokens, makeGuest } from '../testing/guests'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { claimOrder } from './commands/claim-order'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

/** Park and Miller's generator: the same histories in every run. */
function randomFrom(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const orders = 40

test('random buying with and without an account, refunds, disputes and claims keep every invariant', {
  timeout: 180_000,
}, async () => {
  const random = randomFrom(20_261_123)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[random(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const courses = [await shop.course(4900n), await shop.course(1200n), await shop.course(9900n)]
  const people: Member[] = []
  for (let index = 0; index < 12; index += 1) people.push(await shop.buyer())
  const staff = await shop.staff()
  const paid: { orderId: string; paymentIntent: string; isGuest: boolean }[] = []

  async function buy(): Promise<void> {
    const ids = [...new Set([pick(courses).id, pick(courses).id])]
    const isGuest = random(2) === 0
    if (!isGuest) {
      const actor = pick(people)
      // What somebody owns already is refused before paying, which is what is wanted.
      const owned = await Promise.all(
        ids.map((id) => getAccess(shop.db, actor.userId, id, shop.clock.now())),
      )
      if (owned.some((access) => access.reasons.length > 0)) return
      const order = await shop.checkOut(actor, ids)
      paid.push({ orderId: order.orderId, paymentIntent: await shop.pay(order), isGuest })
      return
    }
    const order = await checkOutAsGuest(shop, makeGuest(), ids)
    paid.push({ orderId: order.orderId, paymentIntent: await shop.pay(order), isGuest })
  }

  async function change(): Promise<void> {
    const { orderId, paymentIntent, isGuest } = pick(paid)
    const what = random(4)
    if (what === 0) {
      const input = { orderId, requestId: shop.requestId(), reason: 'asked for it' }
      await refusal(refundOrder(shop.deps, staff, input))
    } else if (what === 1 && random(3) === 0) {
      const known = await shop.db.stripeDispute.count({ where: { orderId } })
      const refunded = await shop.db.stripeRefund.count({ where: { orderId } })
      if (known + refunded > 0) return
      await shop.control.createDispute({ paymentIntent, status: pick(['lost', 'needs_response']) })
    } else if (isGuest) {
      const [token] = await claimTokens(shop.db, orderId)
      if (token) await refusal(claimOrder(shop.deps, pick(people), { token }))
    }
  }

  for (let index = 0; index < orders; index += 1) {
    await buy()
    if (paid.length > 0) await change()
    if (index % 4 === 0) await shop.settle()
  }
  await shop.settle()
  expect((await brokenInvariants(shop.db)).filter((row) => row.broken > 0)).toEqual([])
  await expectInvariants(shop, { asked: 20 })
  expect(paid.filter((order) => order.isGuest).length).toBeGreaterThan(8)
})
