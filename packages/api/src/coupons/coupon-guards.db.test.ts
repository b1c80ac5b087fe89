import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startCheckout } from '../orders/commands/start-checkout'
import { expectInvariants, standing } from '../testing/books'
import { accessTo } from '../testing/cart'
import { couponStanding, makeCoupon } from '../testing/coupons'
import { createShop, type Shop } from '../testing/shop'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(() => expectInvariants(shop))

/** What a redemption is made of, for tests that go past the commands. */
async function openOrder(codes: { id: string; code: string; codeId: string }[] = []) {
  const course = await shop.course()
  const order = await shop.checkOut(
    await shop.buyer(),
    [course.id],
    'USD',
    codes.map((each) => each.code),
  )
  const lines = await shop.db.orderLine.findMany({ where: { orderId: order.orderId } })
  return { ...order, lineId: lines[0]?.id ?? '' }
}

describe('money that comes late', () => {
  test('paid after release, and nobody took the place → redeemed as if nothing had been', async () => {
    const coupon = await makeCoupon(shop.db, { totalLimit: 1 })
    const order = await openOrder([coupon])
    await shop.db.couponRedemption.updateMany({
      where: { orderId: order.orderId },
      data: { state: 'released' },
    })
    await shop.pay(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'paid', review: null })
    expect(await couponStanding(shop.db, coupon.id)).toEqual({
      reserved: 0,
      redeemed: 1,
      states: ['redeemed'],
    })
  })

  test.each([
    { name: 'the last use', terms: { totalLimit: 1 }, code: {} },
    { name: 'the code for one use', terms: {}, code: { isSingleUse: true } },
  ])('paid after release, $name is somebody else’s → honoured beyond the limit', async (given) => {
    const coupon = await makeCoupon(shop.db, given.terms, given.code)
    const late = await openOrder([coupon])
    await shop.db.couponRedemption.updateMany({
      where: { orderId: late.orderId },
      data: { state: 'released' },
    })
    const other = await openOrder([coupon])
    await shop.pay(other)
    await shop.pay(late)
    await shop.settle()
    for (const order of [late, other]) {
      expect(await standing(shop, order.orderId)).toMatchObject({
        status: 'paid',
        grants: ['active'],
        ledger: { stripe_balance: expect.any(Number) },
      })
    }
    const after = await couponStanding(shop.db, coupon.id)
    expect(after).toEqual({ reserved: 0, redeemed: 1, states: ['redeemed over limit', 'redeemed'] })
    const notes = await shop.db.auditEntry.findMany({
      where: { action: 'coupon.over-limit', entityId: coupon.id },
    })
    expect(notes).toMatchObject([{ after: { orderId: late.orderId } }])
  })

  test('told three times, backwards and at once → redeemed once', async () => {
    const coupon = await makeCoupon(shop.db, { totalLimit: 5 })
    const order = await openOrder([coupon])
    await shop.pay(order)
    const events = await shop.collect()
    const copies = [...events, ...events, ...events].reverse()
    await Promise.all(copies.map((event) => shop.deliver(event)))
    await shop.drain()
    expect(await couponStanding(shop.db, coupon.id)).toMatchObject({ reserved: 0, redeemed: 1 })
  })
})

/** A reservation that neither locks nor counts anything: it looks, and then it writes. */
async function reserveWithoutLock(coupon: { id: string; codeId: string }, orderId: string) {
  const order = await shop.db.order.findUniqueOrThrow({ where: { id: orderId } })
  const used = await shop.db.couponRedemption.count({
    where: { couponId: coupon.id, state: { not: 'released' } },
  })
  if (used >= 1) return
  const lines = await shop.db.orderLine.findMany({ where: { orderId } })
  await shop.db.couponRedemption.create({
    data: {
      couponId: coupon.id,
      codeId: coupon.codeId,
      orderId,
      userId: order.userId,
      state: 'reserved',
      position: 0,
      currency: 'USD',
      amountMinor: 1n,
      isSingleUse: false,
      isFirstOnly: false,
      lines: {
        create: lines.slice(0, 1).map((line) => ({ orderLineId: line.id, amountMinor: 1n })),
      },
    },
  })
}

describe('what the database refuses', () => {
  /** A discounted order whose coupon is another one, so that its sums leave room. */
  const discounted = async () => openOrder([await makeCoupon(shop.db)])

  test('one use more than the limit, however it is written', async () => {
    const coupon = await makeCoupon(shop.db, { totalLimit: 1 })
    await openOrder([coupon])
    const set = (data: object) => shop.db.coupon.update({ where: { id: coupon.id }, data })
    await expect(set({ redeemedCount: 1 })).rejects.toThrow(/coupons_counts_check/)
    await expect(set({ reservedCount: -1 })).rejects.toThrow(/coupons_counts_check/)
  })

  test('a redemption that does not add up, changes its amount or disappears', async () => {
    const coupon = await makeCoupon(shop.db)
    const order = await openOrder([coupon])
    const where = { couponId_orderId: { couponId: coupon.id, orderId: order.orderId } }
    const change = shop.db.couponRedemption.update({ where, data: { amountMinor: 1n } })
    await expect(change).rejects.toThrow()
    await expect(shop.db.couponRedemption.delete({ where })).rejects.toThrow()
    const other = await makeCoupon(shop.db)
    await expect(reserveWithoutLock(other, order.orderId)).rejects.toThrow(/add up/)
  })

  test('settling an order without money that has something to pay', async () => {
    const order = await openOrder()
    const free = { orderId: order.orderId, at: shop.clock.now() }
    await expect(shop.db.freePayment.create({ data: free })).rejects.toThrow(/something to pay/)
  })

  test('mutant, coupon without lock: the counter refuses the second, and without it both have it', async () => {
    const orders = await Promise.all([discounted(), discounted()])
    // The sums of an order are beside the point here: only who gets the last use is.
    await shop.db.$executeRaw`drop trigger coupon_redemptions_sums on coupon_redemptions`
    const race = async (coupon: { id: string; codeId: string }) => {
      const looks = orders.map((order) => reserveWithoutLock(coupon, order.orderId))
      const outcomes = await Promise.allSettled(looks)
      return outcomes.map((outcome) => outcome.status).sort()
    }
    const guarded = await makeCoupon(shop.db, { totalLimit: 1 })
    expect(await race(guarded)).toEqual(['fulfilled', 'rejected'])
    expect(await couponStanding(shop.db, guarded.id)).toMatchObject({ reserved: 1 })

    await shop.db.$executeRaw`alter table coupons drop constraint coupons_counts_check`
    const bare = await makeCoupon(shop.db, { totalLimit: 1 })
    expect(await race(bare)).toEqual(['fulfilled', 'fulfilled'])
    await expect(expectInvariants(shop)).rejects.toThrow('counters are not their redemptions')
    // Leaves the books in order for the check after the test.
    await shop.db.coupon.update({ where: { id: bare.id }, data: { totalLimit: 2 } })
  })

  test('the commands hold the limit even then: the lock alone gives the last use to one', async () => {
    const course = await shop.course()
    const coupon = await makeCoupon(shop.db, { totalLimit: 1 })
    const buyers = await Promise.all([shop.buyer(), shop.buyer(), shop.buyer(), shop.buyer()])
    const cart = { items: accessTo(course.id), currency: 'USD', codes: [coupon.code] }
    const outcomes = await Promise.allSettled(
      buyers.map((buyer) => startCheckout(shop.deps, buyer, cart)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await couponStanding(shop.db, coupon.id)).toMatchObject({ reserved: 1, redeemed: 0 })
  })
})
