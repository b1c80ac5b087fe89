import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memberOf } from '../../testing/actors'
import { makeOffering, makeUser } from '../../testing/factories'
import { createShop, type Shop } from '../../testing/shop'
import { refundOrder } from '../commands/refund-order'
import { getAttention } from './attention'
import { getOverview } from './overview'
import { getRefundEffect } from './refund-effect'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

const month = { range: '30' as const }

describe('the overview of a month with two sales and a refund', () => {
  test('counts, adds up and compares with the ledger', async () => {
    const staff = await shop.staff()
    const first = await shop.course(4900n)
    const second = await shop.course(10_001n)
    const buyer = await shop.buyer({ createdAt: shop.clock.now(), emailVerified: shop.clock.now() })
    const bought = await shop.checkOut(buyer, [first.id, second.id])
    await shop.pay(bought)
    await shop.settle()
    const [line] = await shop.db.orderLine.findMany({
      where: { orderId: bought.orderId },
      orderBy: { position: 'asc' },
    })
    if (!line) throw new Error('no line')
    const wish = [{ orderLineId: line.id, amountMinor: line.amountMinor }]

    const effect = await getRefundEffect(
      shop.db,
      staff,
      { orderId: bought.orderId, lines: wish },
      shop.clock.now(),
    )
    expect(effect).toMatchObject({ amountMinor: line.amountMinor, isOwed: true })
    expect(effect.ending).toEqual([
      { offeringId: line.offeringId, title: line.title, remains: false },
    ])

    await refundOrder(shop.deps, staff, {
      orderId: bought.orderId,
      requestId: shop.requestId(),
      reason: 'asked for',
      lines: wish,
    })
    await shop.settle()

    // What was foretold of the provider's share is what the ledger then took.
    const taken = await shop.db.ledgerEntry.findMany({
      where: {
        account: 'provider_payable',
        transaction: { kind: 'refund', orderId: bought.orderId },
      },
    })
    expect(effect.providers?.map((share) => share.amountMinor)).toEqual(
      taken.map((entry) => entry.amountMinor),
    )
    expect(taken).toHaveLength(1)
    const grants = await shop.db.accessGrant.findMany({
      where: { sourceId: line.id },
      select: { state: true },
    })
    expect(grants).toEqual([{ state: 'revoked' }])

    const overview = await getOverview(shop.db, staff, month, shop.clock.now())
    expect(overview.totals.now).toMatchObject({ orders: 1, enrolments: 2, completed: 0 })
    expect(overview.totals.before).toEqual({ signUps: 0, orders: 0, enrolments: 0, completed: 0 })
    expect(overview.revenue).toHaveLength(1)
    expect(overview.revenue?.[0]).toMatchObject({
      currency: 'USD',
      grossMinor: 14_901n,
      netMinor: 14_901n - line.amountMinor,
      previousGrossMinor: 0n,
    })
    expect(overview.revenue?.[0]?.days).toHaveLength(30)
    expect(overview.revenue?.[0]?.days.at(-1)?.grossMinor).toBe(14_901n)
    expect(overview.activity.at(-1)).toMatchObject({ orders: 1, enrolments: 2, completions: 0 })
    expect(overview.funnel).toEqual({
      signedUp: 1,
      verified: 1,
      checkoutStarted: 1,
      paid: 1,
      startedLearning: 0,
      completed: 0,
    })

    const kept = await shop.db.ledgerEntry.aggregate({
      where: { account: { in: ['platform_revenue', 'processor_fees'] } },
      _sum: { amountMinor: true },
    })
    expect(overview.ownShare).toEqual([
      { currency: 'USD', amountMinor: -(kept._sum.amountMinor ?? 0n), previousMinor: 0n },
    ])
  })

  test('a month later it is the period before', async () => {
    const staff = await shop.staff()
    const later = new Date(shop.clock.now().getTime() + 30 * 86_400_000)
    const overview = await getOverview(shop.db, staff, month, later)
    expect(overview.totals.now.orders).toBe(0)
    expect(overview.totals.before.orders).toBe(1)
    expect(overview.revenue?.[0]).toMatchObject({ grossMinor: 0n, previousGrossMinor: 14_901n })
  })

  test('shows money to those alone who may see it', async () => {
    const now = shop.clock.now()
    const examBoard = memberOf(await makeUser(shop.db), { roles: ['exam_board'] })
    const support = memberOf(await makeUser(shop.db), { roles: ['support'] })
    const forExams = await getOverview(shop.db, examBoard, month, now)
    expect([forExams.revenue, forExams.ownShare]).toEqual([null, null])
    expect(await getAttention(shop.db, examBoard, now)).toEqual({
      orders: null,
      membershipsInReview: null,
      stripe: null,
      mails: null,
      jobs: null,
      offeringsInReview: null,
      overdueFacts: null,
      credentialsToDecide: 0,
      namesToDecide: 0,
    })
    const forSupport = await getOverview(shop.db, support, month, now)
    expect(forSupport.revenue).not.toBeNull()
    expect(forSupport.ownShare).toBeNull()
  })

  test('counts a completion on its day and puts the currency of most payments first', async () => {
    const staff = await shop.staff()
    const now = shop.clock.now()
    const enrolment = await shop.db.enrolment.findFirstOrThrow()
    await shop.db.enrolment.update({
      where: { id: enrolment.id },
      data: { completedAt: now, progressPercent: 100 },
    })
    const course = await shop.course(5000n)
    await shop.db.price.create({
      data: { offeringId: course.id, currency: 'EUR', amountMinor: 4000n },
    })
    for (const _ of [1, 2]) {
      const buyer = await shop.buyer()
      const bought = await shop.checkOut(buyer, [course.id], 'EUR')
      await shop.pay(bought)
    }
    await shop.settle()
    const overview = await getOverview(shop.db, staff, month, now)
    expect(overview.activity.at(-1)?.completions).toBe(1)
    expect(overview.revenue?.map(({ currency }) => currency)).toEqual(['EUR', 'USD'])
  })
})

test('what needs a look is counted', async () => {
  const staff = await shop.staff()
  const now = shop.clock.now()
  const order = await shop.db.order.findFirstOrThrow()
  await shop.db.order.update({ where: { id: order.id }, data: { review: 'refund_failed' } })
  await shop.db.mailMessage.create({
    data: {
      key: 'stuck',
      template: 'verify-email',
      recipient: 'a@example.test',
      params: {},
      createdAt: new Date(now.getTime() - 3_600_000),
      attempts: 3,
      lastError: 'connection refused',
    },
  })
  await makeOffering(shop.db, { data: { status: 'in_review', publishedAt: null } })
  const attention = await getAttention(shop.db, staff, now)
  expect(attention.orders?.inReview).toBe(1)
  expect(attention.mails?.newest).toContainEqual(
    expect.objectContaining({ template: 'verify-email', lastError: 'connection refused' }),
  )
  expect(attention.stripe?.deadTargets).toBe(0)
  expect(attention.jobs?.count).toBe(0)
  expect(attention).toMatchObject({ offeringsInReview: 1, overdueFacts: 0, membershipsInReview: 0 })
})
