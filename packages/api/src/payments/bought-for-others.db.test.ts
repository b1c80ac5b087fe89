import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { claimGift } from '../gifts/commands/claim-gift'
import { sendDueGifts } from '../gifts/commands/send-due-gifts'
import { listMyGifts } from '../gifts/reads/gifts'
import { refundOrder } from '../orders/commands/refund-order'
import { requestRefund } from '../orders/commands/request-refund'
import { startCheckout } from '../orders/commands/start-checkout'
import { quoteCart } from '../orders/reads/quote-cart'
import { requireRefundOffer } from '../orders/reads/refund-offer'
import { type CartItem, cartItem } from '../orders/schema/cart-item'
import { claimSeat } from '../seats/commands/claim-seat'
import { makeSeatLink } from '../seats/commands/seat-link'
import { requireSeatPool } from '../seats/reads/seat-pools'
import type { Member } from '../shared/actor'
import { expectInvariants, standing } from '../testing/books'
import { makeOffering } from '../testing/factories'
import { mailedTokens } from '../testing/mailed-tokens'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { brokenInvariants } from './reads/broken-invariants'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
  const broken = (await brokenInvariants(shop.db)).filter((invariant) => invariant.broken > 0)
  expect(broken).toEqual([])
})

async function buy(buyer: Member, ...items: CartItem[]) {
  const result = await startCheckout(shop.deps, buyer, { items, currency: 'USD' })
  if (result.kind !== 'redirect') throw new Error('nothing to pay')
  const order = await shop.db.order.findUniqueOrThrow({
    where: { id: result.orderId },
    include: { lines: { orderBy: { position: 'asc' } } },
  })
  const paymentIntent = await shop.pay({ sessionId: order.checkoutSessionId ?? '' })
  await shop.settle()
  return {
    orderId: order.id,
    line: order.lines[0]!,
    paymentIntent,
    buyer,
    totalMinor: order.totalMinor,
  }
}

type Bought = Awaited<ReturnType<typeof buy>>

async function buySeats(quantity = 5) {
  const course = await shop.course()
  const bought = await buy(await shop.buyer(), {
    purpose: 'seats',
    offeringId: course.id,
    quantity,
  })
  const pool = await shop.db.seatPool.findUniqueOrThrow({ where: { orderLineId: bought.line.id } })
  const { url } = await makeSeatLink(shop.deps, bought.buyer, { poolId: pool.id })
  const token = new URL(url).searchParams.get('token') ?? ''
  const take = async (person?: Member) =>
    claimSeat(shop.deps, person ?? (await shop.buyer()), { token, sharesProgress: false })
  const counts = async () => (await requireSeatPool(shop.db, bought.buyer, pool.id)).counts
  return { ...bought, course, pool, take, counts }
}

const askBack = ({ buyer, orderId, line }: Bought) =>
  requestRefund(shop.deps, buyer, { orderId, orderLineId: line.id, requestId: shop.requestId() })

const offer = async ({ buyer, orderId, line }: Bought) =>
  (await requireRefundOffer(shop.db, buyer, { orderId, orderLineId: line.id }, shop.clock.now()))
    .refund

const seatGrants = async (poolId: string) =>
  (
    await shop.db.accessGrant.findMany({
      where: { sourceType: 'seat', offering: { seatPools: { some: { id: poolId } } } },
    })
  ).map((grant) => grant.state)

describe('seats for a team', () => {
  test('cost their number times the price, and open nothing for their buyer', async () => {
    const bought = await buySeats(5)
    expect(bought.totalMinor).toBe(24_500n)
    expect(await standing(shop, bought.orderId)).toMatchObject({ status: 'paid', grants: [] })
    expect(await bought.counts()).toMatchObject({ capacity: 5, free: 5 })
    await bought.take(bought.buyer)
    expect(await bought.counts()).toMatchObject({ used: 1, free: 4 })
    expect(await seatGrants(bought.pool.id)).toEqual(['active'])
  })

  test.each([1, 0, -3, 501, 2.5])('%d of them are refused at the door', async (quantity) => {
    const offeringId = shop.requestId()
    expect(cartItem.safeParse({ purpose: 'seats', offeringId, quantity }).success).toBe(false)
  })

  test('79 seats: the price of those that nobody took goes back, the others stay', async () => {
    const bought = await buySeats(5)
    const people = [await shop.buyer(), await shop.buyer()]
    for (const person of people) await bought.take(person)
    expect(await offer(bought)).toMatchObject({ reason: 'seats-within', owedMinor: 14_700n })
    await askBack(bought)
    await shop.settle()
    expect(await standing(shop, bought.orderId)).toMatchObject({ status: 'partially_refunded' })
    expect(await bought.counts()).toMatchObject({ capacity: 2, used: 2, free: 0, unused: 0 })
    expect(await seatGrants(bought.pool.id)).toEqual(['active', 'active'])
    expect(await offer(bought)).toMatchObject({ reason: 'seats-used', owedMinor: 0n })
    expect(await refusal(askBack(bought))).toBe('refund-seats-used')
    expect(await refusal(bought.take())).toBe('no-seat-left')
  })

  test('79 seats: whoever is first, claim or refund, no seat is both taken and paid back', async () => {
    const bought = await buySeats(2)
    const outcomes = await Promise.all([
      refusal(bought.take()),
      refusal(askBack(bought)),
      refusal(bought.take()),
    ])
    await shop.settle()
    const { used, capacity } = await bought.counts()
    expect(used).toBeLessThanOrEqual(capacity)
    expect(outcomes.filter((outcome) => outcome === 'allowed').length).toBeGreaterThan(0)
  })

  test('a refund that Stripe refuses gives the free seats again', async () => {
    const bought = await buySeats(3)
    // The bank has taken the money; nobody has told us yet.
    await shop.control.createDispute({ paymentIntent: bought.paymentIntent })
    expect(await refusal(askBack(bought))).toBe('refund-refused')
    await shop.settle()
    expect(await bought.counts()).toMatchObject({ capacity: 3, free: 3 })
  })

  test('a full refund ends everybody’s access, a dispute holds it', async () => {
    const bought = await buySeats(3)
    await bought.take()
    await bought.take()
    const { id } = await shop.control.createDispute({ paymentIntent: bought.paymentIntent })
    await shop.settle()
    expect(await seatGrants(bought.pool.id)).toEqual(['suspended', 'suspended'])
    expect(await refusal(bought.take())).toBe('pack-suspended')
    await shop.control.moveDispute({ dispute: id, status: 'won' })
    await shop.settle()
    expect(await seatGrants(bought.pool.id)).toEqual(['active', 'active'])
    await refundOrder(shop.deps, await shop.staff(), {
      orderId: bought.orderId,
      requestId: shop.requestId(),
      reason: 'The team has left',
    })
    await shop.settle()
    expect(await standing(shop, bought.orderId)).toMatchObject({ status: 'refunded' })
    expect(await seatGrants(bought.pool.id)).toEqual(['revoked', 'revoked'])
  })

  test('can be bought by who owns the course, twice, and beside a gift of it', async () => {
    const course = await shop.course()
    const buyer = await shop.buyer()
    const seats: CartItem = { purpose: 'seats', offeringId: course.id, quantity: 2 }
    await buy(buyer, { purpose: 'access', offeringId: course.id })
    await buy(buyer, seats)
    await buy(buyer, seats)
    expect(await shop.db.seatPool.count({ where: { ownerId: buyer.userId } })).toBe(2)
  })
})

const gift = (offeringId: string, recipientEmail: string, deliverOn: string | null = null) =>
  ({
    purpose: 'gift',
    offeringId,
    gift: { recipientEmail, message: 'For you', deliverOn },
  }) satisfies CartItem

async function buyGift(deliverOn: string | null = null) {
  const course = await shop.course()
  const address = `friend-${course.id}@x.org`
  const bought = await buy(await shop.buyer(), gift(course.id, address, deliverOn))
  await sendDueGifts(shop.deps)
  const tokens = await mailedTokens(shop.db, address, 'gift')
  return { ...bought, course, address, tokens }
}

describe('gifts', () => {
  test('are made when they are paid, mailed, claimed, and open access for one', async () => {
    const bought = await buyGift()
    expect(bought.tokens).toHaveLength(1)
    const friend = await shop.buyer()
    await claimGift(shop.deps, friend, { token: bought.tokens[0]! })
    const grants = await shop.db.accessGrant.findMany({ where: { offeringId: bought.course.id } })
    expect(grants).toMatchObject([{ userId: friend.userId, sourceType: 'gift', state: 'active' }])
  })

  test('are paid back until they are claimed, and cannot be claimed then', async () => {
    const bought = await buyGift()
    expect(await offer(bought)).toMatchObject({ reason: 'gift-within', owedMinor: 4900n })
    await askBack(bought)
    await shop.settle()
    expect(await standing(shop, bought.orderId)).toMatchObject({ status: 'refunded' })
    const token = bought.tokens[0]!
    expect(await refusal(claimGift(shop.deps, await shop.buyer(), { token }))).toBe('gift-revoked')
  })

  test('are not paid back once they are claimed; staff may all the same, and access ends', async () => {
    const bought = await buyGift()
    await claimGift(shop.deps, await shop.buyer(), { token: bought.tokens[0]! })
    expect(await refusal(askBack(bought))).toBe('refund-gift-claimed')
    await refundOrder(shop.deps, await shop.staff(), {
      orderId: bought.orderId,
      requestId: shop.requestId(),
      reason: 'Both of them asked for it',
    })
    await shop.settle()
    const grants = await shop.db.accessGrant.findMany({ where: { offeringId: bought.course.id } })
    expect(grants).toMatchObject([{ state: 'revoked', stateReason: 'order-refunded' }])
  })

  test('claimed and refunded at the same moment → the money decides', async () => {
    const bought = await buyGift()
    const token = bought.tokens[0]!
    const friend = await shop.buyer()
    const [claimed, refunded] = await Promise.all([
      refusal(claimGift(shop.deps, friend, { token })),
      refusal(askBack(bought)),
    ])
    await shop.settle()
    expect([claimed, refunded].filter((outcome) => outcome === 'allowed')).toHaveLength(1)
    const live = { offeringId: bought.course.id, state: 'active' as const }
    expect(await shop.db.accessGrant.count({ where: live })).toBe(claimed === 'allowed' ? 1 : 0)
  })

  test('are mailed on their day, where the buyer is, and within a year', async () => {
    const bought = await buyGift('2026-12-24')
    expect(bought.tokens).toHaveLength(0)
    expect(await listMyGifts(shop.db, bought.buyer.userId)).toMatchObject([
      { state: 'scheduled', deliverAt: new Date('2026-12-24T08:00:00Z') },
    ])
    const reasonOn = async (day: string) => {
      const items = [gift(bought.course.id, 'a@x.org', day)]
      const now = shop.clock.now()
      const { problems } = await quoteCart(
        shop.db,
        { ...bought.buyer, guestKey: null },
        { items, currency: 'USD' },
        now,
      )
      return problems.map((problem) => problem.reason)
    }
    expect(await reasonOn('2026-05-31')).toEqual(['gift-date-past'])
    expect(await reasonOn('2027-06-02')).toEqual(['gift-date-far'])
    expect(await reasonOn('2027-06-01')).toEqual([])
  })

  test('and seats are not sold to who has no account to look after them', async () => {
    const course = await shop.course()
    const guest = { userId: null, guestKey: 'x', email: 'guest@x.org', ipAddress: null }
    const items: CartItem[] = [
      gift(course.id, 'a@x.org'),
      { purpose: 'seats', offeringId: course.id, quantity: 2 },
    ]
    const cart = { items, currency: 'USD' }
    const { problems } = await quoteCart(shop.db, guest, cart, shop.clock.now())
    expect(problems.map(({ reason }) => reason)).toEqual(['account-needed', 'account-needed'])
  })

  test('and seats of what is free are not sold', async () => {
    const free = await makeOffering(shop.db, { prices: [{ currency: 'USD', amountMinor: 0n }] })
    const buyer = await shop.buyer()
    const cart = { items: [gift(free.id, 'a@x.org')], currency: 'USD' }
    expect(await refusal(startCheckout(shop.deps, buyer, cart))).toBe('free-for-everybody')
  })
})

describe('exam attempts', () => {
  async function certification(
    period: 'one_time' | 'per_exam',
    origin: 'own' | 'external' = 'own',
  ) {
    return await makeOffering(shop.db, {
      data: {
        kind: 'certification',
        origin,
        prices: { create: [{ currency: 'USD', amountMinor: 9900n, period }] },
      },
    })
  }
  const attempt = (offeringId: string): CartItem => ({ purpose: 'exam_attempt', offeringId })

  test('are sold where staff has given a certification of ours a price per exam', async () => {
    const buyer = await shop.buyer()
    const refused = async (offeringId: string) =>
      await refusal(
        startCheckout(shop.deps, buyer, { items: [attempt(offeringId)], currency: 'USD' }),
      )
    expect(await refused((await certification('one_time')).id)).toBe('not-for-sale')
    expect(await refused((await certification('per_exam', 'external')).id)).toBe('not-for-sale')
    expect(await refused((await shop.course()).id)).toBe('not-for-sale')
    const { id } = await certification('per_exam')
    await buy(buyer, attempt(id))
    await buy(buyer, attempt(id))
    expect(await shop.db.examVoucher.count({ where: { ownerId: buyer.userId } })).toBe(2)
  })

  test('57 refund after the exam was sat → blocked, and void before', async () => {
    const { id } = await certification('per_exam')
    const [unused, used] = [
      await buy(await shop.buyer(), attempt(id)),
      await buy(await shop.buyer(), attempt(id)),
    ]
    await shop.db.examVoucher.update({
      where: { orderLineId: used.line.id },
      data: { state: 'used', usedAt: shop.clock.now() },
    })
    expect(await refusal(askBack(used))).toBe('refund-exam-used')
    expect(await offer(unused)).toMatchObject({ reason: 'exam-within', owedMinor: 9900n })
    await askBack(unused)
    await shop.settle()
    const voucher = { where: { orderLineId: unused.line.id } }
    expect(await shop.db.examVoucher.findUniqueOrThrow(voucher)).toMatchObject({ state: 'void' })
    expect(await standing(shop, unused.orderId)).toMatchObject({ status: 'refunded' })
  })
})
