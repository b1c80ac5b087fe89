import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { signInWithPassword } from '../accounts/commands/sign-in'
import { getAccess } from '../enrolments/reads/access'
import { refundOrder } from '../orders/commands/refund-order'
import { listMyOrders } from '../orders/reads/my-orders'
import { brokenInvariants } from '../payments/reads/broken-invariants'
import type { Member } from '../shared/actor'
import { sha256 } from '../shared/hash'
import { visitor } from '../testing/actors'
import { atOnce, timesAtOnce } from '../testing/at-once'
import { expectInvariants, standing } from '../testing/books'
import { makeUser } from '../testing/factories'
import { checkOutAsGuest, claimTokens, makeGuest } from '../testing/guests'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { claimAsNew } from './commands/claim-as-new'
import { claimOrder } from './commands/claim-order'
import { requestGuestRefund } from './commands/request-guest-refund'
import { resendClaimLink, sendClaimLink } from './commands/send-claim-link'
import { requireClaimOffer } from './reads/claim-offer'

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

/** What a guest has paid for, with the secret of the link in the receipt. */
async function bought(offeringIds?: string[]) {
  const ids = offeringIds ?? [(await shop.course()).id]
  const order = await checkOutAsGuest(shop, makeGuest(), ids)
  const paymentIntent = await shop.pay(order)
  await shop.settle()
  const [token = ''] = await claimTokens(shop.db, order.orderId)
  const lines = await shop.db.orderLine.findMany({
    where: { orderId: order.orderId },
    orderBy: { position: 'asc' },
  })
  return { ...order, paymentIntent, token, offeringIds: ids, lineIds: lines.map(({ id }) => id) }
}

const claim = (actor: Member, token: string) => claimOrder(shop.deps, actor, { token })
const offer = (token: string, actor: Member | typeof visitor = visitor) =>
  requireClaimOffer(shop.db, actor, token, shop.clock.now())
const opens = async (actor: Pick<Member, 'userId'>, offeringId = '') =>
  (await getAccess(shop.db, actor.userId, offeringId, shop.clock.now())).hasAccess
const person = { name: 'Ada Example', password: 'a long password' }

describe('claiming', () => {
  test('opens what was bought to whoever has the link, under any confirmed address', async () => {
    const order = await bought()
    const actor = await shop.buyer()
    expect(await offer(order.token, actor)).toMatchObject({
      state: 'open',
      email: order.guest.email,
    })
    await claim(actor, order.token)
    expect(await opens(actor, order.offeringIds[0])).toBe(true)
    const { rows } = await listMyOrders(
      shop.db,
      actor.userId,
      { page: 1, pageSize: 10 },
      shop.clock.now(),
    )
    expect(rows.map(({ id }) => id)).toEqual([order.orderId])
    expect(await shop.db.mailMessage.count({ where: { recipient: order.guest.email } })).toBe(1)
  })

  test('happens once: again by the same person changes nothing, another is refused', async () => {
    const order = await bought()
    const [actor, other] = [await shop.buyer(), await shop.buyer()]
    expect(await timesAtOnce(3, () => claim(actor, order.token))).toEqual(Array(3).fill('allowed'))
    expect(await refusal(claim(other, order.token))).toBe('order-claimed')
    expect(await offer(order.token, actor)).toMatchObject({ state: 'yours' })
    expect(await offer(order.token, other)).toMatchObject({ state: 'taken' })
    expect((await standing(shop, order.orderId)).grants).toEqual(['active'])
  })

  test('two people at the same moment → one of them', async () => {
    const order = await bought()
    const people = [await shop.buyer(), await shop.buyer()]
    const ends = await atOnce(...people.map((actor) => () => claim(actor, order.token)))
    expect(ends).toEqual(['allowed', 'order-claimed'])
    expect((await standing(shop, order.orderId)).grants).toEqual(['active'])
  })

  test('needs a confirmed address, and a link that was made', async () => {
    const order = await bought()
    const actor = await shop.buyer()
    const refused = await refusal(claim({ ...actor, isEmailVerified: false }, order.token))
    expect(refused).toBe('email-not-verified')
    expect(await refusal(claim(actor, sha256(order.token)))).toBe('claim-link-invalid')
    expect(await refusal(offer(sha256(order.token)))).toBe('not-found')
  })

  test('the address alone shows nothing in an account of the same address', async () => {
    const order = await bought()
    const actor = await shop.buyer({ email: order.guest.email })
    const page = { page: 1, pageSize: 10 }
    expect((await listMyOrders(shop.db, actor.userId, page, shop.clock.now())).total).toBe(0)
    expect(await opens(actor, order.offeringIds[0])).toBe(false)
  })

  test('makes an account with the address confirmed, which can sign in', async () => {
    const order = await bought()
    const ends = await timesAtOnce(2, () =>
      claimAsNew(shop.deps, visitor, { token: order.token, ...person }),
    )
    expect(ends).toEqual(['address-has-account', 'allowed'])
    const { email } = order.guest
    const signedIn = await signInWithPassword(shop.deps, visitor, { email, ...person })
    expect(await opens(signedIn, order.offeringIds[0])).toBe(true)
    const user = await shop.db.user.findUniqueOrThrow({ where: { email } })
    expect(user.emailVerified).toEqual(shop.clock.now())
  })

  test('makes no second account, and takes one over that nobody confirmed', async () => {
    const [known, unconfirmed] = [await bought(), await bought()]
    await shop.buyer({ email: known.guest.email })
    const asNew = ({ token }: { token: string }) =>
      claimAsNew(shop.deps, visitor, { token, ...person })
    expect(await offer(known.token)).toMatchObject({ hasAccount: true })
    expect(await refusal(asNew(known))).toBe('address-has-account')
    const { email } = unconfirmed.guest
    await makeUser(shop.db, { email, emailVerified: null, passwordHash: 'known to a stranger' })
    expect(await refusal(asNew(unconfirmed))).toBe('allowed')
    expect((await signInWithPassword(shop.deps, visitor, { email, ...person })).userId).toBeTruthy()
  })
})

describe('what the claimant has already', () => {
  test('38 the same course → its price goes back, with a credit note, and nothing opens twice', async () => {
    const first = await shop.paidOrder()
    const order = await bought([first.course.id])
    expect((await offer(order.token, first.buyer)).lines).toMatchObject([{ isOwned: true }])
    await claim(first.buyer, order.token)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'refunded', grants: [] })
    expect(await opens(first.buyer, first.course.id)).toBe(true)
  })

  test('38 one of two courses → only its price goes back, less what staff gave of it before', async () => {
    const first = await shop.paidOrder()
    const other = await shop.course()
    const order = await bought([first.course.id, other.id])
    await refundOrder(shop.deps, await shop.staff(), {
      orderId: order.orderId,
      requestId: shop.requestId(),
      reason: 'a part',
      lines: [{ orderLineId: order.lineIds[0] ?? '', amountMinor: 1000n }],
    })
    await shop.settle()
    await claim(first.buyer, order.token)
    await shop.settle()
    const after = await standing(shop, order.orderId)
    expect(after).toMatchObject({ status: 'partially_refunded', grants: ['active'] })
    const refunds = await shop.db.stripeRefund.findMany({ where: { orderId: order.orderId } })
    expect(refunds.map((refund) => refund.amountMinor).sort()).toEqual([1000n, 3900n])
  })

  test('28 two orders of the same guest, both claimed → the second goes back', async () => {
    const course = await shop.course()
    const orders = [await bought([course.id]), await bought([course.id])]
    const actor = await shop.buyer()
    const ends = await atOnce(
      ...orders.map(
        ({ token }) =>
          () =>
            claim(actor, token),
      ),
    )
    expect(ends).toEqual(['allowed', 'allowed'])
    await shop.settle()
    const after = await Promise.all(orders.map(({ orderId }) => standing(shop, orderId)))
    expect(after.map(({ status }) => status).sort()).toEqual(['paid', 'refunded'])
  })
})

describe('money before the claim', () => {
  test('the buyer takes it back by the link, and afterwards in the account', async () => {
    const order = await bought()
    const back = (requestId = shop.requestId()) =>
      requestGuestRefund(shop.deps, {
        token: order.token,
        orderLineId: order.lineIds[0] ?? '',
        requestId,
      })
    expect((await offer(order.token)).lines).toMatchObject([{ canRequestRefund: true }])
    const requestId = shop.requestId()
    expect(await timesAtOnce(2, () => back(requestId))).toEqual(['allowed', 'allowed'])
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'refunded', grants: [] })
    const actor = await shop.buyer()
    await claim(actor, order.token)
    expect(await opens(actor, order.offeringIds[0])).toBe(false)
    expect(await refusal(back())).toBe('not-found')
  })

  test('46 staff gives it back → refunded, and the claim opens nothing', async () => {
    const order = await bought()
    await refundOrder(shop.deps, await shop.staff(), {
      orderId: order.orderId,
      requestId: shop.requestId(),
      reason: 'asked by mail',
    })
    await shop.settle()
    const actor = await shop.buyer()
    await claim(actor, order.token)
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'refunded', grants: [] })
  })

  test('58 disputed before the claim → claimed on hold, and open once it is won', async () => {
    const order = await bought()
    const { id: dispute } = await shop.control.createDispute({ paymentIntent: order.paymentIntent })
    await shop.settle()
    const actor = await shop.buyer()
    await claim(actor, order.token)
    expect((await standing(shop, order.orderId)).grants).toEqual(['suspended'])
    await shop.control.moveDispute({ dispute, status: 'won' })
    await shop.settle()
    expect(await opens(actor, order.offeringIds[0])).toBe(true)
  })

  test('39 claimed by somebody whose account is closed afterwards → stays theirs', async () => {
    const order = await bought()
    const actor = await shop.buyer()
    await claim(actor, order.token)
    shop.clock.advanceSeconds(1)
    await shop.db.user.update({
      where: { id: actor.userId },
      data: { suspendedAt: shop.clock.now() },
    })
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({
      status: 'paid',
      grants: ['active'],
    })
  })
})

describe('the link', () => {
  test('works for thirty days, and is mailed again to who knows number and address', async () => {
    const order = await bought()
    const actor = await shop.buyer()
    const { number: orderNumber } = await shop.db.order.findUniqueOrThrow({
      where: { id: order.orderId },
    })
    const [kept] = await shop.db.orderClaimToken.findMany({ where: { orderId: order.orderId } })
    const lives = (kept?.expiresAt.getTime() ?? 0) - shop.clock.now().getTime()
    expect(lives).toBe(30 * 86_400_000)
    await shop.db.orderClaimToken.updateMany({
      where: { orderId: order.orderId },
      data: { expiresAt: shop.clock.now() },
    })
    expect(await refusal(claim(actor, order.token))).toBe('claim-link-invalid')
    expect(await refusal(offer(order.token))).toBe('claim-link-expired')
    const mails = () => claimTokens(shop.db, order.orderId)
    const { email } = order.guest
    await sendClaimLink(shop.deps, visitor, { orderNumber: orderNumber + 9999, email })
    await sendClaimLink(shop.deps, visitor, { orderNumber, email: 'other@guest.test' })
    expect(await mails()).toHaveLength(1)
    await sendClaimLink(shop.deps, visitor, { orderNumber, email })
    await resendClaimLink(shop.deps, await shop.staff(), order)
    const [, mine = '', staffs = ''] = await mails()
    expect(await offer(staffs)).toMatchObject({ state: 'open' })
    await claim(actor, mine)
    expect(await offer(order.token)).toMatchObject({ state: 'taken' })
    await sendClaimLink(shop.deps, visitor, { orderNumber, email })
    expect(await mails()).toHaveLength(3)
    const nothing = resendClaimLink(shop.deps, await shop.staff(), order)
    expect(await refusal(nothing)).toBe('nothing-to-claim')
  })
})
