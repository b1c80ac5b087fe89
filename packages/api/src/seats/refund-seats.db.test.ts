import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import { requestRefund } from '../orders/commands/request-refund'
import { startCheckout } from '../orders/commands/start-checkout'
import { getRefundEffect } from '../orders/reads/refund-effect'
import { requireRefundOffer } from '../orders/reads/refund-offer'
import { refundOfferInput } from '../orders/schema/order'
import { brokenInvariants } from '../payments/reads/broken-invariants'
import type { Member } from '../shared/actor'
import { expectInvariants, standing } from '../testing/books'
import { makeCoupon } from '../testing/coupons'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { claimSeat } from './commands/claim-seat'
import { makeSeatLink } from './commands/seat-link'
import { requireSeatPool } from './reads/seat-pools'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
  expect((await brokenInvariants(shop.db)).filter(({ broken }) => broken > 0)).toEqual([])
})

/** A pack at USD 49.99 a seat, less a tenth: a sum that its seats do not divide. */
async function buySeats(quantity: number) {
  const [course, owner] = [await shop.course(4999n), await shop.buyer()]
  const { code } = await makeCoupon(shop.db)
  const started = await startCheckout(shop.deps, owner, {
    items: [{ purpose: 'seats', offeringId: course.id, quantity }],
    currency: 'USD',
    codes: [code],
  })
  if (started.kind !== 'redirect') throw new Error('nothing to pay')
  const { orderId } = started
  const order = await shop.db.order.findUniqueOrThrow({ where: { id: orderId } })
  await shop.pay({ sessionId: order.checkoutSessionId ?? '' })
  await shop.settle()
  const line = await shop.db.orderLine.findFirstOrThrow({ where: { orderId } })
  const pool = await shop.db.seatPool.findUniqueOrThrow({ where: { orderLineId: line.id } })
  const { url } = await makeSeatLink(shop.deps, owner, { poolId: pool.id })
  const token = new URL(url).searchParams.get('token') ?? ''
  const named = { orderId, orderLineId: line.id }
  return {
    ...named,
    owner,
    totalMinor: order.totalMinor,
    take: async () => claimSeat(shop.deps, await shop.buyer(), { token, sharesProgress: false }),
    counts: async () => (await requireSeatPool(shop.db, owner, pool.id)).counts,
    giveBack: (seats?: number, by: Member = owner) =>
      requestRefund(shop.deps, by, { ...named, seats, requestId: shop.requestId() }),
    offer: (seats?: number) =>
      requireRefundOffer(shop.db, owner, { ...named, seats }, shop.clock.now()),
    refunds: async () =>
      (await shop.db.refundAllocation.findMany({ where: { orderLineId: line.id } })).map(
        ({ amountMinor }) => amountMinor,
      ),
  }
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

describe('79 unused seats, as many as are chosen', () => {
  test('go back one after the other at what was offered, and re-add to what was paid', async () => {
    const pack = await buySeats(7)
    for (const seats of [2, 1, 3]) {
      const offered = await pack.offer(seats)
      expect(offered).toMatchObject({ canRequest: true, seats: { chosen: seats } })
      await pack.giveBack(seats)
      await shop.settle()
      expect((await pack.refunds()).at(-1)).toBe(offered.amountMinor)
    }
    expect(await pack.counts()).toMatchObject({ capacity: 1, unused: 1 })
    expect(await standing(shop, pack.orderId)).toMatchObject({ status: 'partially_refunded' })
    await pack.giveBack()
    await shop.settle()
    expect(sum(await pack.refunds())).toBe(pack.totalMinor)
    expect(await standing(shop, pack.orderId)).toMatchObject({ status: 'refunded' })
  })

  test('never one that somebody took, nor more than there are', async () => {
    const pack = await buySeats(3)
    await pack.take()
    expect(await pack.offer(9)).toMatchObject({ seats: { unused: 2, chosen: 2 } })
    expect(await refusal(pack.giveBack(3))).toBe('refund-seats-many')
    expect(await refusal(pack.giveBack(1, await shop.buyer()))).toBe('not-found')
    await pack.giveBack(1)
    await shop.settle()
    expect(await pack.counts()).toMatchObject({ capacity: 2, claimed: 1, free: 1 })
    await pack.take()
    expect(await refusal(pack.giveBack(1))).toBe('refund-seats-used')
  })

  test.each([0, -1, 1.5, 501, 'x'])('%s is no number of seats', (seats) => {
    const named = { orderId: shop.requestId(), orderLineId: shop.requestId() }
    expect(refundOfferInput.safeParse({ ...named, seats }).success).toBe(false)
  })

  test('races of giving back and taking leave no seat both taken and paid back', async () => {
    const pack = await buySeats(4)
    const outcomes = await Promise.all(
      [pack.giveBack(2), pack.take(), pack.giveBack(2), pack.take()].map(refusal),
    )
    await shop.settle()
    const { capacity, claimed, unused } = await pack.counts()
    expect(claimed + unused).toBe(capacity)
    const gone = outcomes.filter((outcome, index) => index % 2 === 0 && outcome === 'allowed')
    expect(capacity).toBe(4 - 2 * gone.length)
  })

  test('staff gives back as many, by the same rule and at once', async () => {
    const pack = await buySeats(5)
    await pack.take()
    const staff = await shop.staff()
    const give = (seats: number) => ({
      orderId: pack.orderId,
      requestId: shop.requestId(),
      reason: 'The team is smaller',
      lines: [{ orderLineId: pack.orderLineId, seats }],
    })
    expect(await refusal(refundOrder(shop.deps, staff, give(5)))).toBe('refund-seats-many')
    const offered = await pack.offer(3)
    const effect = await getRefundEffect(shop.db, staff, give(3), shop.clock.now())
    expect(effect).toMatchObject({ amountMinor: offered.amountMinor, ending: [], isOwed: true })
    await refundOrder(shop.deps, staff, give(3))
    expect(await pack.counts()).toMatchObject({ capacity: 2, claimed: 1, unused: 1 })
    await shop.settle()
    expect(await pack.refunds()).toEqual([offered.amountMinor])
    expect(await pack.counts()).toMatchObject({ capacity: 2, claimed: 1, unused: 1 })
  })

  test('goodwill before them is counted: the last seats bring what is left', async () => {
    const pack = await buySeats(3)
    await refundOrder(shop.deps, await shop.staff(), {
      orderId: pack.orderId,
      requestId: shop.requestId(),
      reason: 'For the trouble',
      lines: [{ orderLineId: pack.orderLineId, amountMinor: 1000n }],
    })
    await shop.settle()
    expect(await pack.counts()).toMatchObject({ capacity: 3 })
    expect(await pack.offer()).toMatchObject({
      canRequest: true,
      amountMinor: pack.totalMinor - 1000n,
    })
    await pack.giveBack()
    await shop.settle()
    expect(sum(await pack.refunds())).toBe(pack.totalMinor)
  })
})
