import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startCheckout } from '../orders/commands/start-checkout'
import { brokenInvariants } from '../payments/reads/broken-invariants'
import { declineThresholds } from '../payments/rules/card-testing'
import { createRateLimiter, limits } from '../shared/rate-limit'
import { timesAtOnce } from '../testing/at-once'
import { expectInvariants, standing } from '../testing/books'
import { accessTo } from '../testing/cart'
import { makeCoupon } from '../testing/coupons'
import { checkOutAsGuest, claimTokens, makeGuest, startAsGuest } from '../testing/guests'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { createCaller } from '../trpc/root'
import { startGuestCheckout } from './commands/start-guest-checkout'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
  expect((await brokenInvariants(shop.db)).filter((row) => row.broken > 0)).toEqual([])
})

const orderOf = (orderId: string) => shop.db.order.findUniqueOrThrow({ where: { id: orderId } })

describe('paying without an account', () => {
  test('takes the money, books and invoices it, mails the link, and opens nothing', async () => {
    const course = await shop.course()
    const order = await checkOutAsGuest(shop, makeGuest(), [course.id])
    await shop.pay(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'paid',
      review: null,
      grants: [],
    })
    expect(await orderOf(order.orderId)).toMatchObject({ userId: null, claimedAt: null })
    const [token, ...others] = await claimTokens(shop.db, order.orderId)
    expect(others).toEqual([])
    const kept = await shop.db.orderClaimToken.findMany({ where: { orderId: order.orderId } })
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(token)
    const [invoice] = await shop.db.document.findMany({ where: { orderId: order.orderId } })
    const [charge] = await shop.db.stripeCharge.findMany({ where: { orderId: order.orderId } })
    expect(invoice?.buyer).toMatchObject({ name: charge?.billingName, email: order.guest.email })
  })

  test('a double click and a second tab get one order and one session', async () => {
    const guest = makeGuest()
    const course = await shop.course()
    expect(await timesAtOnce(4, () => startAsGuest(shop, guest, [course.id]))).toEqual(
      Array(4).fill('allowed'),
    )
    const orders = await shop.db.order.findMany({ where: { email: guest.email } })
    expect(orders).toHaveLength(1)
    const again = await checkOutAsGuest(shop, guest, [course.id])
    expect(again.url).toBe(orders[0]?.checkoutUrl)
  })

  test('who signs in before coming back finds the order, also once it is in an account', async () => {
    const course = await shop.course()
    const order = await checkOutAsGuest(shop, makeGuest(), [course.id])
    await shop.pay(order)
    const { browserToken } = order.guest
    const input = { orderId: order.orderId, browserToken }
    const notFound = { code: 'NOT_FOUND' }
    const member = await shop.buyer()
    const asMember = createCaller({ deps: shop.deps, actor: member })
    expect(await asMember.guests.awaitReturn(input)).toMatchObject({
      status: 'paid',
      guestEmail: order.guest.email,
    })
    await expect(asMember.orders.awaitReturn(input)).rejects.toMatchObject(notFound)
    const elsewhere = { ...input, browserToken: makeGuest().browserToken }
    await expect(asMember.guests.awaitReturn(elsewhere)).rejects.toMatchObject(notFound)
    const [token = ''] = await claimTokens(shop.db, order.orderId)
    await asMember.guests.claim({ token })
    expect(await asMember.orders.awaitReturn(input)).toMatchObject({ guestEmail: null })
    const asVisitor = createCaller({ deps: shop.deps, actor: order.guest.actor })
    expect(await asVisitor.guests.awaitReturn(input)).toMatchObject({ guestEmail: null })
    await expect(asVisitor.guests.order(input)).rejects.toMatchObject(notFound)
  })

  test('whoever types the same address elsewhere gets a session of their own', async () => {
    const guest = makeGuest()
    const course = await shop.course()
    const mine = await checkOutAsGuest(shop, guest, [course.id])
    const theirs = await checkOutAsGuest(shop, makeGuest({ email: guest.email }), [course.id])
    expect(theirs.url).not.toBe(mine.url)
    expect((await orderOf(mine.orderId)).status).toBe('awaiting_payment')
    const caller = createCaller({ deps: shop.deps, actor: guest.actor })
    for (const browserToken of [theirs.guest.browserToken, makeGuest().browserToken]) {
      const asked = { orderId: mine.orderId, browserToken }
      await expect(caller.guests.awaitReturn(asked)).rejects.toThrow('not-found')
      await expect(caller.guests.order(asked)).rejects.toThrow('not-found')
      await expect(caller.guests.cancel(asked)).rejects.toThrow('not-found')
    }
    const back = { orderId: mine.orderId, browserToken: guest.browserToken }
    expect(await caller.guests.awaitReturn(back)).toMatchObject({ guestEmail: guest.email })
    expect(await caller.guests.order(back)).toMatchObject({
      canCancel: true,
      checkoutUrl: mine.url,
    })
    expect(await caller.guests.cancel(back)).toMatchObject({ status: 'cancelled' })
  })

  test('a corrected address ends the session that would have mailed to the wrong one', async () => {
    const guest = makeGuest()
    const course = await shop.course()
    const wrong = await checkOutAsGuest(shop, guest, [course.id])
    const right = await checkOutAsGuest(shop, { ...guest, email: `x-${guest.email}` }, [course.id])
    expect((await orderOf(wrong.orderId)).status).toBe('expired')
    expect(await orderOf(right.orderId)).toMatchObject({ email: `x-${guest.email}` })
  })

  test('the same browser does not pay for the same cart twice', async () => {
    const guest = makeGuest()
    const course = await shop.course()
    const order = await checkOutAsGuest(shop, guest, [course.id])
    await shop.pay(order)
    await shop.settle()
    expect(await refusal(startAsGuest(shop, guest, [course.id]))).toBe('guest-order-paid')
  })

  test('is for who is not signed in, and for what needs no account', async () => {
    const guest = makeGuest()
    const free = await shop.course(0n)
    const course = await shop.course()
    const { email, browserToken } = guest
    const cart = { items: accessTo(course.id), currency: 'USD', email, browserToken }
    const member = await shop.buyer()
    expect(await refusal(startGuestCheckout(shop.deps, member, cart))).toBe('signed-in')
    expect(await refusal(startAsGuest(shop, guest, [free.id]))).toBe('account-needed')
    expect(await shop.db.order.count({ where: { email } })).toBe(0)
  })

  test('33 nothing left to pay → settled without Stripe, once, and to be claimed', async () => {
    const { code } = await makeCoupon(shop.db, { percentBps: 10_000 })
    const guest = makeGuest()
    const course = await shop.course()
    const settled = await startAsGuest(shop, guest, [course.id], { codes: [code] })
    expect(settled.kind).toBe('settled')
    expect(await startAsGuest(shop, guest, [course.id], { codes: [code] })).toEqual(settled)
    const orderId = 'orderId' in settled ? settled.orderId : ''
    expect(await standing(shop, orderId)).toMatchObject({ status: 'paid', grants: [], ledger: {} })
    expect(await claimTokens(shop.db, orderId)).toHaveLength(1)
  })
})

describe('limits', () => {
  test('coupons count a guest by the address, with and without an account', async () => {
    const { code } = await makeCoupon(shop.db, { perPersonLimit: 1 })
    const first = await makeCoupon(shop.db, { isFirstOrderOnly: true })
    const guest = makeGuest()
    const order = await checkOutAsGuest(shop, guest, [(await shop.course()).id], { codes: [code] })
    await shop.pay(order)
    await shop.settle()
    const elsewhere = makeGuest({ email: guest.email })
    const member = await shop.buyer({ email: guest.email })
    const again = async (codes: string[]) => [
      await refusal(startAsGuest(shop, elsewhere, [(await shop.course()).id], { codes })),
      await refusal(
        startCheckout(shop.deps, member, {
          items: accessTo((await shop.course()).id),
          currency: 'USD',
          codes,
        }),
      ),
    ]
    expect(await again([code])).toEqual(Array(2).fill('coupon-used-by-you'))
    expect(await again([first.code])).toEqual(Array(2).fill('coupon-first-order-only'))
    const other = makeGuest()
    const stranger = await startAsGuest(shop, other, [(await shop.course()).id], { codes: [code] })
    expect(stranger.kind).toBe('redirect')
  })

  test('40 card-testing burst → limited by address and by origin, 0 sessions beyond N', async () => {
    const deps = { ...shop.deps, limits: createRateLimiter(shop.db, { isShortLived: true }) }
    const { email } = makeGuest()
    const sessions = async (next: () => ReturnType<typeof makeGuest>) => {
      let opened = 0
      for (; opened <= limits.checkoutPerOrigin.points; opened += 1) {
        const course = await shop.course()
        const reason = await refusal(startAsGuest({ deps }, next(), [course.id]))
        if (reason !== 'allowed') return { opened, reason }
      }
      return { opened, reason: 'allowed' }
    }
    expect(await sessions(() => makeGuest({ email }))).toEqual({
      opened: limits.checkoutPerPerson.points,
      reason: 'too-many-attempts',
    })
  })

  test('40 declined too often from one origin → no guest behind it gets a session', async () => {
    const { actor } = makeGuest()
    const order = await checkOutAsGuest(shop, makeGuest({ actor }), [(await shop.course()).id])
    for (let index = 0; index < declineThresholds.origin.failed; index += 1) {
      await shop.pay(order, '4000000000000002')
    }
    await shop.settle()
    const next = startAsGuest(shop, makeGuest({ actor }), [(await shop.course()).id])
    expect(await refusal(next)).toBe('too-many-declines')
    const same = startAsGuest(shop, makeGuest({ email: order.guest.email }), [
      (await shop.course()).id,
    ])
    expect(await refusal(same)).toBe('too-many-declines')
  })
})
