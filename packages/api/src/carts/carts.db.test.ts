import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quoteCart } from '../orders/reads/quote-cart'
import { type CartItem, cartItemIdentity } from '../orders/schema/cart-item'
import { maxCartItems } from '../orders/schema/order'
import { buyerOf } from '../shared/actor'
import { visitor } from '../testing/actors'
import { accessTo } from '../testing/cart'
import { makeBundle } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { createCaller } from '../trpc/root'
import { putIntoCart } from './commands/put-into-cart'
import { removeFromCart } from './commands/remove-from-cart'
import { listCart } from './reads/cart'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

const seats = (offeringId: string, quantity: number): CartItem => ({
  purpose: 'seats',
  offeringId,
  quantity,
})

describe('a cart', () => {
  test('holds each wish once, in the order in which it came, whoever else has one', async () => {
    const { deps, db } = shop
    const [one, other] = [await shop.buyer(), await shop.buyer()]
    const [first, second] = [shop.requestId(), shop.requestId()]
    await putIntoCart(deps, one, { items: accessTo(first) })
    await putIntoCart(deps, one, { items: [seats(first, 3)] })
    shop.clock.advanceSeconds(1)
    await putIntoCart(deps, one, { items: [...accessTo(first, second), seats(first, 5)] })
    const items = await listCart(db, one.userId)
    expect(items.map(cartItemIdentity).sort()).toEqual([first, second, `seats ${first}`].sort())
    expect(items).toContainEqual(expect.objectContaining(seats(first, 5)))
    await removeFromCart(deps, one, { identity: first })
    await removeFromCart(deps, one, { identity: first })
    expect((await listCart(db, one.userId)).map(cartItemIdentity)).not.toContain(first)
    expect(await listCart(db, other.userId)).toEqual([])
  })

  test('keeps the order of what is put in together, as when a visitor signs in', async () => {
    const buyer = await shop.buyer()
    const ids = [shop.requestId(), shop.requestId(), shop.requestId()].sort().reverse()
    await putIntoCart(shop.deps, buyer, { items: accessTo(...ids) })
    expect((await listCart(shop.db, buyer.userId)).map(cartItemIdentity)).toEqual(ids)
  })

  test('is full at its limit, also for two that add at once: all of a put or none of it', async () => {
    const { deps, db } = shop
    const buyer = await shop.buyer()
    const some = (count: number) => accessTo(...Array.from({ length: count }, shop.requestId))
    await putIntoCart(deps, buyer, { items: some(maxCartItems - 2) })
    const both = await Promise.all(
      [1, 2].map(() => refusal(putIntoCart(deps, buyer, { items: some(2) }))),
    )
    expect(both.sort()).toEqual(['allowed', 'cart-full'])
    expect(await listCart(db, buyer.userId)).toHaveLength(maxCartItems)
  })

  test('is one checkout, and what was bought leaves it while the rest stays', async () => {
    const { deps, db } = shop
    const buyer = await shop.buyer()
    const [one, two, three, later] = await Promise.all([1, 2, 3, 4].map(() => shop.course()))
    if (!one || !two || !three || !later) throw new Error('no courses')
    const bundle = await makeBundle(
      db,
      [two.id, three.id],
      [{ currency: 'USD', amountMinor: 7000n }],
    )
    const wanted: CartItem[] = [...accessTo(one.id), { purpose: 'bundle', bundleId: bundle.id }]
    await putIntoCart(deps, buyer, { items: [...wanted, ...accessTo(later.id)] })
    const order = await shop.checkOut(buyer, wanted)
    expect(await listCart(db, buyer.userId)).toHaveLength(3)
    await shop.pay(order)
    await shop.settle()
    expect(await listCart(db, buyer.userId)).toMatchObject(accessTo(later.id))
    const quoted = await quoteCart(
      db,
      buyerOf(buyer),
      { items: wanted, currency: 'USD' },
      shop.clock.now(),
    )
    expect(quoted.problems.map(({ reason }) => reason)).toEqual(['already-owned', 'already-owned'])
  })

  test('is for its owner alone', async () => {
    const caller = createCaller({ deps: shop.deps, actor: visitor })
    await expect(caller.carts.mine()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })
})
