import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { getAccess } from '../../enrolments/reads/access'
import { explainAccess } from '../../enrolments/reads/explained-access'
import { claimOrder } from '../../guests/commands/claim-order'
import { startGuestCheckout } from '../../guests/commands/start-guest-checkout'
import { withdrawalDeadline } from '../../payments/rules/withdrawal'
import type { Member } from '../../shared/actor'
import { expectInvariants, standing } from '../../testing/books'
import { accessTo } from '../../testing/cart'
import { claimTokens, makeGuest } from '../../testing/guests'
import { refusal } from '../../testing/refusal'
import { createShop, type Shop } from '../../testing/shop'
import { requireOrderDetail } from '../reads/order-detail'
import { requestRefund } from './request-refund'
import { startCheckout } from './start-checkout'
import { waiveWithdrawal } from './waive-withdrawal'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

/** A course that a consumer in a country has paid for, with or without the box ticked. */
async function bought(country: string, waiver?: number) {
  const buyer = await shop.buyer()
  const course = await shop.course()
  const result = await startCheckout(shop.deps, buyer, {
    items: accessTo(course.id),
    currency: 'USD',
    buyer: { country, taxNumber: null },
    waiver,
  })
  if (result.kind !== 'redirect') throw new Error('nothing to pay')
  const order = await shop.db.order.findUniqueOrThrow({
    where: { id: result.orderId },
    include: { lines: true },
  })
  await shop.pay({ sessionId: order.checkoutSessionId ?? '' })
  await shop.settle()
  return { buyer, course, orderId: order.id, lineId: order.lines[0]?.id ?? '' }
}

const opens = async (actor: Member, offeringId: string, at = shop.clock.now()) =>
  (await getAccess(shop.db, actor.userId, offeringId, at)).hasAccess
const detail = ({ buyer, orderId }: { buyer: Member; orderId: string }) =>
  requireOrderDetail(shop.db, buyer.userId, orderId, shop.clock.now())
const receiptOf = (orderId: string) =>
  shop.db.mailMessage.findUniqueOrThrow({ where: { key: `order-receipt:${orderId}` } })

describe('the right of withdrawal', () => {
  test('kept → nothing opens before it ends, everything goes back until then, and the receipt says so', async () => {
    const order = await bought('DE')
    const until = withdrawalDeadline(shop.clock.now(), 14)
    expect(await opens(order.buyer, order.course.id)).toBe(false)
    expect(await opens(order.buyer, order.course.id, until)).toBe(true)
    const [reason] = await explainAccess(shop.db, order.buyer.userId, shop.clock.now())
    expect(reason).toMatchObject({ standing: 'not_started', startsAt: until })
    const { withdrawal, lines } = await detail(order)
    expect(withdrawal).toMatchObject({ opensAt: until, waivedAt: null })
    expect(lines[0]?.refund.reason).toBe('withdrawal')
    expect((await receiptOf(order.orderId)).params).toMatchObject({
      withdrawal: { waivedOn: null },
    })
    await requestRefund(shop.deps, order.buyer, {
      orderId: order.orderId,
      orderLineId: order.lineId,
      requestId: shop.requestId(),
    })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'refunded',
      grants: ['revoked'],
    })
    const late = waiveWithdrawal(shop.deps, order.buyer, { orderId: order.orderId, waiver: 1 })
    expect(await refusal(late)).toBe('nothing-to-waive')
  })

  test('given up at the checkout → open at once, recorded with text and time, confirmed in the receipt', async () => {
    const order = await bought('DE', 1)
    expect(await opens(order.buyer, order.course.id)).toBe(true)
    const row = await shop.db.order.findUniqueOrThrow({ where: { id: order.orderId } })
    expect(row).toMatchObject({ waiverVersion: 1, waivedAt: shop.clock.now() })
    expect((await receiptOf(order.orderId)).params).toMatchObject({
      withdrawal: { waivedOn: '1 June 2026' },
    })
    expect((await detail(order)).lines[0]?.refund.reason).toBe('within-promise')
  })

  test('a text that nobody was shown is no consent', async () => {
    const order = await bought('AT', 999)
    expect(await opens(order.buyer, order.course.id)).toBe(false)
    const asked = waiveWithdrawal(shop.deps, order.buyer, { orderId: order.orderId, waiver: 999 })
    expect(await refusal(asked)).toBe('waiver-changed')
  })

  test('given up afterwards → open from then on, confirmed by mail, once', async () => {
    const order = await bought('NO')
    const waive = (actor: Member) =>
      waiveWithdrawal(shop.deps, actor, { orderId: order.orderId, waiver: 1 })
    expect(await refusal(waive(await shop.buyer()))).toBe('not-found')
    await waive(order.buyer)
    await waive(order.buyer)
    expect(await opens(order.buyer, order.course.id)).toBe(true)
    const mails = await shop.db.mailMessage.count({ where: { template: 'withdrawal-waived' } })
    expect(mails).toBe(1)
    expect((await detail(order)).lines[0]?.refund.reason).toBe('within-promise')
  })

  test('elsewhere nobody is asked, and access opens with the payment', async () => {
    const order = await bought('US', 1)
    expect(await opens(order.buyer, order.course.id)).toBe(true)
    const row = await shop.db.order.findUniqueOrThrow({ where: { id: order.orderId } })
    expect(row).toMatchObject({ waiverVersion: null, waivedAt: null })
    expect((await detail(order)).withdrawal).toBe(null)
  })

  test('ticking the box ends the session of who had not', async () => {
    const buyer = await shop.buyer()
    const items = accessTo((await shop.course()).id)
    const cart = { items, currency: 'USD', buyer: { country: 'FR', taxNumber: null } }
    const one = await startCheckout(shop.deps, buyer, cart)
    const two = await startCheckout(shop.deps, buyer, { ...cart, waiver: 1 })
    const three = await startCheckout(shop.deps, buyer, { ...cart, waiver: 1 })
    expect(two).not.toEqual(one)
    expect(three).toEqual(two)
  })

  test('a guest keeps it too: claimed in time, it opens when the right has ended', async () => {
    const { actor, email, browserToken } = makeGuest()
    const course = await shop.course()
    const result = await startGuestCheckout(shop.deps, actor, {
      items: accessTo(course.id),
      currency: 'USD',
      buyer: { country: 'IE', taxNumber: null },
      email,
      browserToken,
    })
    if (result.kind !== 'redirect') throw new Error('nothing to pay')
    const order = await shop.db.order.findUniqueOrThrow({ where: { id: result.orderId } })
    await shop.pay({ sessionId: order.checkoutSessionId ?? '' })
    await shop.settle()
    const until = withdrawalDeadline(shop.clock.now(), 14)
    const [token = ''] = await claimTokens(shop.db, order.id)
    const claimant = await shop.buyer()
    await claimOrder(shop.deps, claimant, { token })
    expect(await opens(claimant, course.id)).toBe(false)
    expect(await opens(claimant, course.id, until)).toBe(true)
  })
})
