import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startCheckout } from '../orders/commands/start-checkout'
import { quoteCart } from '../orders/reads/quote-cart'
import type { AskedItem, CartItem } from '../orders/schema/cart-item'
import { buyerOf, type Member } from '../shared/actor'
import { expectInvariants, standing } from '../testing/books'
import { accessTo } from '../testing/cart'
import { makeCoupon } from '../testing/coupons'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { createCaller } from '../trpc/root'
import { putIntoCart } from './commands/put-into-cart'
import { listCart } from './reads/cart'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

const seats = (offeringId: string, quantity = 3): CartItem => ({
  purpose: 'seats',
  offeringId,
  quantity,
})
const gift = (offeringId: string, message = 'Well done'): CartItem => ({
  purpose: 'gift',
  offeringId,
  gift: { recipientEmail: 'ada@example.test', message, deliverOn: null },
})

/** Puts an item into a member's cart and returns how the checkout asks for it. */
async function wish(buyer: Member, item: CartItem): Promise<AskedItem> {
  const { items } = await putIntoCart(shop.deps, buyer, { items: [item] })
  const kept = items.find(({ purpose }) => purpose === item.purpose)
  if (!kept) throw new Error('not in the cart')
  return { purpose: 'wish', wishId: kept.wishId }
}

const start = (buyer: Member, items: AskedItem[], codes: string[] = []) =>
  startCheckout(shop.deps, buyer, { items, currency: 'USD', codes })

const pay = async (orderId: string) => {
  const order = await shop.db.order.findUniqueOrThrow({ where: { id: orderId } })
  await shop.pay({ sessionId: order.checkoutSessionId ?? '' })
}

const ordersOf = (buyer: Member) =>
  shop.db.order.findMany({
    where: { userId: buyer.userId },
    orderBy: { createdAt: 'asc' },
    include: { lines: { include: { seatPool: true, gift: true } } },
  })

const everything = () => makeCoupon(shop.db, { percentBps: 10_000 })

describe('a wish of the cart', () => {
  test('is quoted and bought by its id alone, with all that it says', async () => {
    const course = await shop.course()
    const buyer = await shop.buyer()
    const asked = await wish(buyer, gift(course.id, 'Well <b>done</b>, Ada'))
    const cart = { items: [asked], currency: 'USD' }
    const quoted = await quoteCart(shop.db, buyerOf(buyer), cart, shop.clock.now())
    expect(quoted).toMatchObject({ problems: [], totalMinor: 4900n })
    const started = await start(buyer, [asked])
    if (started.kind !== 'redirect') throw new Error('nothing to pay')
    await pay(started.orderId)
    await shop.settle()
    const [order] = await ordersOf(buyer)
    expect(order?.lines).toMatchObject([{ gift: { message: 'Well <b>done</b>, Ada' } }])
    expect(await listCart(shop.db, buyer.userId)).toEqual([])
  })

  test('is nobody else’s, and gone once it says something else', async () => {
    const course = await shop.course()
    const [buyer, stranger] = [await shop.buyer(), await shop.buyer()]
    const three = await wish(buyer, seats(course.id, 3))
    expect(await refusal(start(stranger, [three]))).toBe('wish-gone')
    expect(await wish(buyer, seats(course.id, 3))).toEqual(three)
    const five = await wish(buyer, seats(course.id, 5))
    expect(await refusal(start(buyer, [three]))).toBe('wish-gone')
    expect(await refusal(start(buyer, [five]))).toBe('allowed')
    const cart = { items: [five], currency: 'USD' }
    const asVisitor = await quoteCart(shop.db, null, cart, shop.clock.now())
    expect(asVisitor.problems).toMatchObject([{ reason: 'account-needed' }])
  })

  test('is the only way to buy for others', async () => {
    const course = await shop.course()
    const caller = createCaller({ actor: await shop.buyer(), deps: shop.deps })
    for (const item of [seats(course.id), gift(course.id)]) {
      const bare = caller.orders.startCheckout({ items: [item], currency: 'USD' })
      await expect(bare).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
  })
})

describe('a wish asked for twice', () => {
  test.each([
    ['seats', seats],
    ['a gift', gift],
  ])('27 double click on %s that a code leaves nothing of → one order', async (_, item) => {
    const course = await shop.course()
    const buyer = await shop.buyer()
    const { code } = await everything()
    const asked = await wish(buyer, item(course.id))
    const all = await Promise.all([1, 2, 3, 4].map(() => start(buyer, [asked], [code])))
    const orders = await ordersOf(buyer)
    expect(orders).toHaveLength(1)
    expect(all).toEqual(all.map(() => ({ kind: 'settled', orderId: orders[0]?.id })))
    shop.clock.advanceSeconds(3 * 3600)
    expect(await start(buyer, [asked], [code])).toEqual(all[0])
    const again = await wish(buyer, item(course.id))
    expect(await start(buyer, [again], [code])).not.toEqual(all[0])
    expect(await ordersOf(buyer)).toHaveLength(2)
  })

  test('27 double click on seats to be paid → one order, one session, and once paid never another', async () => {
    const course = await shop.course()
    const buyer = await shop.buyer()
    const asked = await wish(buyer, seats(course.id))
    const all = await Promise.all([1, 2, 3, 4].map(() => start(buyer, [asked])))
    const [order] = await ordersOf(buyer)
    expect(new Set(all.map((started) => JSON.stringify(started))).size).toBe(1)
    await pay(order?.id ?? '')
    await shop.settle()
    expect(await start(buyer, [asked])).toEqual({ kind: 'settled', orderId: order?.id })
    expect(await ordersOf(buyer)).toHaveLength(1)
  })

  test('28 two tabs both paid, alone and beside a course → the second gets its money back', async () => {
    const [team, own] = [await shop.course(), await shop.course()]
    const buyer = await shop.buyer()
    const asked = await wish(buyer, seats(team.id, 2))
    const alone = await start(buyer, [asked])
    const beside = await start(buyer, [asked, ...accessTo(own.id)])
    if (alone.kind !== 'redirect' || beside.kind !== 'redirect') throw new Error('nothing to pay')
    await pay(alone.orderId)
    await pay(beside.orderId)
    await shop.settle()
    expect(await standing(shop, alone.orderId)).toMatchObject({ status: 'paid' })
    const second = await standing(shop, beside.orderId)
    expect(second).toMatchObject({ status: 'partially_refunded', grants: ['active'] })
    const pools = (await ordersOf(buyer)).flatMap(({ lines }) =>
      lines.flatMap(({ seatPool }) => seatPool ?? []),
    )
    expect(pools).toMatchObject([{ quantity: 2, state: 'active', refundedSeats: 0 }])
  })

  test('28 two tabs, one paid → the other can be paid no more', async () => {
    const [team, own] = [await shop.course(), await shop.course()]
    const buyer = await shop.buyer()
    const asked = await wish(buyer, seats(team.id, 2))
    const alone = await start(buyer, [asked])
    const beside = await start(buyer, [asked, ...accessTo(own.id)])
    if (alone.kind !== 'redirect' || beside.kind !== 'redirect') throw new Error('nothing to pay')
    await pay(alone.orderId)
    await shop.settle()
    await expect(pay(beside.orderId)).rejects.toThrow('expired')
    // The course was not bought: what is said is not that all of it was.
    expect(await refusal(start(buyer, [asked, ...accessTo(own.id)]))).toBe('wish-gone')
    expect(await start(buyer, [asked])).toEqual({ kind: 'settled', orderId: alone.orderId })
  })
})
