import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../../testing/actors'
import { expectInvariants, standing } from '../../testing/books'
import { accessTo } from '../../testing/cart'
import { makeOffering } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createShop, type Shop } from '../../testing/shop'
import { createCaller } from '../../trpc/root'
import { quoteCart } from '../reads/quote-cart'
import { startCheckout } from './start-checkout'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

const usd = (offeringIds: string[]) => ({ items: accessTo(...offeringIds), currency: 'USD' })

describe('startCheckout', () => {
  test('is for people who are signed in with a confirmed address', async () => {
    const course = await shop.course()
    const buyer = await shop.buyer()
    expect(await refusal(startCheckout(shop.deps, visitor, usd([course.id])))).toBe(
      'sign-in-required',
    )
    const unconfirmed = { ...buyer, isEmailVerified: false }
    expect(await refusal(startCheckout(shop.deps, unconfirmed, usd([course.id])))).toBe(
      'email-not-verified',
    )
  })

  test('sells what is published, ours and priced in the currency, and says why not', async () => {
    const buyer = await shop.buyer()
    const refused = async (offeringId: string, currency = 'USD') =>
      await refusal(startCheckout(shop.deps, buyer, { items: accessTo(offeringId), currency }))
    const draft = await makeOffering(shop.db, { data: { status: 'draft', publishedAt: null } })
    const external = await makeOffering(shop.db, { data: { origin: 'external' } })
    const certification = await makeOffering(shop.db, { data: { kind: 'certification' } })
    const course = await shop.course()
    expect(await refused(shop.requestId())).toBe('not-found')
    expect(await refused(draft.id)).toBe('not-found')
    expect(await refused(external.id)).toBe('not-for-sale')
    expect(await refused(certification.id)).toBe('not-for-sale')
    expect(await refused(course.id, 'EUR')).toBe('no-price-in-currency')
    expect(await shop.db.order.count({ where: { userId: buyer.userId } })).toBe(0)
  })

  test('does not sell a course beside the program that contains it', async () => {
    const course = await shop.course()
    const program = await shop.program([course.id])
    const buyer = await shop.buyer()
    const cart = usd([course.id, program.id])
    expect(await refusal(startCheckout(shop.deps, buyer, cart))).toBe('covered-by-program')
  })

  test('takes the price from the catalogue and keeps it, whatever is sent along', async () => {
    const course = await shop.course(4900n)
    const buyer = await shop.buyer()
    const caller = createCaller({ actor: buyer, deps: shop.deps })
    const forged = { ...usd([course.id]), amountMinor: 1n, totalMinor: 1n }
    const result = await caller.orders.startCheckout(forged)
    if (result.kind !== 'redirect') throw new Error('expected a session')
    const order = await shop.db.order.findUniqueOrThrow({
      where: { id: result.orderId },
      include: { lines: true },
    })
    expect(order).toMatchObject({ totalMinor: 4900n, currency: 'USD', livemode: false })
    expect(order.lines).toMatchObject([{ amountMinor: 4900n, shareBps: 7000 }])
    expect(order.lines[0]?.refundPromise).toEqual({
      version: 3,
      days: 14,
      belowPercent: 30,
      startPercent: 0,
      withdrawalDays: null,
    })
    await expect(
      shop.db.orderLine.updateMany({ where: { orderId: order.id }, data: { amountMinor: 1n } }),
    ).rejects.toThrow()
    await expect(
      shop.db.order.update({
        where: { id: order.id },
        data: { subtotalMinor: 1n, totalMinor: 1n },
      }),
    ).rejects.toThrow('does not add up to its lines')
  })

  test('goes back to the open session, also with the cart filled the other way round', async () => {
    const [one, two] = [await shop.course(), await shop.course()]
    const buyer = await shop.buyer()
    const first = await shop.checkOut(buyer, [one.id, two.id])
    const second = await shop.checkOut(buyer, [two.id, one.id])
    expect(second.orderId).toBe(first.orderId)
    shop.clock.advanceSeconds(55 * 60)
    const third = await shop.checkOut(buyer, [one.id, two.id])
    expect(third.orderId).not.toBe(first.orderId)
    await shop.settle()
    expect(await standing(shop, first.orderId)).toMatchObject({ status: 'expired' })
  })

  test('another currency ends the old session', async () => {
    const course = await shop.course()
    await shop.db.price.create({
      data: { offeringId: course.id, currency: 'EUR', amountMinor: 4500n },
    })
    const buyer = await shop.buyer()
    const dollars = await shop.checkOut(buyer, [course.id])
    const euros = await shop.checkOut(buyer, [course.id], 'EUR')
    expect(euros.orderId).not.toBe(dollars.orderId)
    await expect(shop.pay(dollars)).rejects.toThrow('expired')
  })

  test('paid in the other tab a moment ago → says so instead of selling it again', async () => {
    const course = await shop.course()
    const buyer = await shop.buyer()
    const order = await shop.checkOut(buyer, [course.id])
    await shop.pay(order)
    shop.clock.advanceSeconds(55 * 60)
    expect(await refusal(startCheckout(shop.deps, buyer, usd([course.id])))).toBe(
      'order-already-paid',
    )
  })
})

describe('quote', () => {
  test('sums whole minor units and shows the promise before paying', async () => {
    const [one, two] = [await shop.course(4999n), await shop.course(1n)]
    const quoted = await quoteCart(shop.db, null, usd([one.id, two.id]), shop.clock.now())
    expect(quoted).toMatchObject({ totalMinor: 5000n, currencies: ['USD'], problems: [] })
    expect(quoted.lines.map((line) => line.refund.reason)).toEqual([
      'before-purchase',
      'before-purchase',
    ])
  })
})
