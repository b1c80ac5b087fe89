import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Member } from '../shared/actor'
import { timesAtOnce } from '../testing/at-once'
import { expectInvariants } from '../testing/books'
import { makeCoupon } from '../testing/coupons'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { createShareRule, endShareRule } from './commands/share-rules'
import { listShareTerms } from './reads/share-rules'

let shop: Shop
let finance: Member
beforeAll(async () => {
  shop = await createShop()
  finance = await shop.staff()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop, { asked: 2 })
})

type Rule = Partial<Parameters<typeof createShareRule>[2]> & { providerId: string }

const agree = (rule: Rule, actor: Member = finance) =>
  createShareRule(shop.deps, actor, {
    offeringId: null,
    isOwnCoupon: false,
    shareBps: 9000,
    validFrom: null,
    validTo: null,
    ...rule,
  })

async function sell(offeringId: string, codes: string[] = []) {
  const order = await shop.checkOut(await shop.buyer(), [offeringId], 'USD', codes)
  return await shop.db.orderLine.findFirstOrThrow({ where: { orderId: order.orderId } })
}

test('the rule that holds when an order is placed counts, and the order keeps it', async () => {
  const course = await shop.course(10_000n)
  const before = await sell(course.id)
  expect(before).toMatchObject({ shareBps: 7000, providerMinor: 7000n })
  shop.clock.advanceSeconds(1)
  const { ruleId } = await agree({ providerId: course.providerId })
  const during = await sell(course.id)
  expect(during).toMatchObject({ shareBps: 9000, providerMinor: 9000n })
  shop.clock.advanceSeconds(60)
  await endShareRule(shop.deps, finance, { ruleId })
  expect(await sell(course.id)).toMatchObject({ shareBps: 7000 })
  expect(await shop.db.orderLine.findUniqueOrThrow({ where: { id: during.id } })).toEqual(during)
  const [terms] = await listShareTerms(shop.db, [course.providerId], shop.clock.now())
  expect(terms?.rules).toMatchObject([{ id: ruleId, standing: 'ended' }])
})

test('a coupon is borne by who gives it, and its own rule counts when it is the provider’s', async () => {
  const course = await shop.course(10_000n)
  const { providerId } = course
  await agree({ providerId, isOwnCoupon: true, shareBps: 9500 })
  const own = await makeCoupon(shop.db, { percentBps: 2000, ownerProviderId: providerId })
  const ofPlatform = await makeCoupon(shop.db, { percentBps: 2000 })
  expect(await sell(course.id, [own.code])).toMatchObject({
    shareBps: 9500,
    amountMinor: 8000n,
    providerMinor: 7500n,
  })
  expect(await sell(course.id, [ofPlatform.code])).toMatchObject({
    shareBps: 7000,
    amountMinor: 8000n,
    providerMinor: 7000n,
  })
})

test('what was credited is what the line says, and a refund takes exactly that back', async () => {
  const course = await shop.course(10_000n)
  const coupon = await makeCoupon(shop.db, { percentBps: 2000 })
  const order = await shop.checkOut(await shop.buyer(), [course.id], 'USD', [coupon.code])
  const paymentIntent = await shop.pay(order)
  await shop.settle()
  const owed = async () =>
    (
      await shop.db.ledgerEntry.aggregate({
        where: { ownerId: course.providerId },
        _sum: { amountMinor: true },
      })
    )._sum.amountMinor
  expect(await owed()).toBe(-7000n)
  await shop.stripe.refunds.create({ payment_intent: paymentIntent, amount: 1000 })
  await shop.settle()
  expect(await owed()).toBe(-7000n + 875n)
  await shop.stripe.refunds.create({ payment_intent: paymentIntent })
  await shop.settle()
  expect(await owed()).toBe(0n)
})

test('two rules that say the same never hold at once, whoever makes them when', async () => {
  const course = await shop.course()
  const { providerId } = course
  const outcomes = await timesAtOnce(5, () => agree({ providerId }))
  expect(outcomes.filter((outcome) => outcome === 'allowed')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome === 'share-rule-overlaps')).toHaveLength(4)
  await agree({ providerId, offeringId: course.id })
  await agree({ providerId, isOwnCoupon: true })
})

test('only finance agrees shares, of what the provider offers, and forwards in time', async () => {
  const course = await shop.course()
  const other = await shop.course()
  const { providerId } = course
  expect(await refusal(agree({ providerId }, await shop.buyer()))).toBe('not-allowed')
  expect(await refusal(agree({ providerId, offeringId: other.id }))).toBe('offering-of-another')
  const past = new Date(shop.clock.now().getTime() - 1000)
  expect(await refusal(agree({ providerId, validTo: past }))).toBe('ends-before-start')
  await agree({ providerId, validFrom: past })
  const [terms] = await listShareTerms(shop.db, [providerId], shop.clock.now())
  expect(terms?.rules[0]?.validFrom).toEqual(shop.clock.now())
})
