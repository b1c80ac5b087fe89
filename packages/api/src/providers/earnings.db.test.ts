import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../shared/actor'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { createShop, type Shop } from '../testing/shop'
import { createCaller } from '../trpc/root'
import { getEarningsStatement, listEarnings } from './reads/earnings'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

const earningsOf = async (providerId: string) =>
  (await listEarnings(shop.db, false, [providerId], shop.clock.now()))[0]

const month = () => ({
  from: new Date('2026-06-01T00:00:00Z'),
  to: new Date('2027-06-01T00:00:00Z'),
})

test('a share is held while it may have to be given back, and available afterwards', async () => {
  const { course } = await shop.paidOrder()
  expect(await earningsOf(course.providerId)).toMatchObject({
    currency: 'USD',
    soldMinor: 3430n,
    takenBackMinor: 0n,
    owedMinor: 3430n,
    heldMinor: 3430n,
    availableMinor: 0n,
  })
  shop.clock.advanceSeconds(14 * 86_400 + 60)
  expect(await earningsOf(course.providerId)).toMatchObject({
    heldMinor: 0n,
    availableMinor: 3430n,
  })
})

test('what is disputed is held whatever its age, and what is lost is taken back', async () => {
  const { course, paymentIntent } = await shop.paidOrder()
  shop.clock.advanceSeconds(30 * 86_400)
  const dispute = await shop.control.createDispute({ paymentIntent })
  await shop.settle()
  expect(await earningsOf(course.providerId)).toMatchObject({
    heldMinor: 3430n,
    availableMinor: 0n,
  })
  await shop.control.moveDispute({ dispute: dispute.id, status: 'lost' })
  await shop.settle()
  expect(await earningsOf(course.providerId)).toMatchObject({
    soldMinor: 3430n,
    takenBackMinor: -3430n,
    owedMinor: 0n,
  })
})

test('the statement adds up to what is owed, entry by entry, and names nobody who bought', async () => {
  const course = await shop.course(4900n)
  const orders = []
  for (let count = 0; count < 3; count += 1) {
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    orders.push({ ...order, paymentIntent: await shop.pay(order) })
    await shop.settle()
  }
  await shop.control.createRefund({ paymentIntent: orders[0]?.paymentIntent ?? '', amount: 700 })
  await shop.settle()
  const of = { providerId: course.providerId, currency: 'USD', pageSize: 50 }
  const whole = await getEarningsStatement(shop.db, false, { ...of, ...month(), page: 1 })
  expect(whole.openingMinor).toBe(0n)
  expect(whole.rows.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
    ['charge', 3430n],
    ['charge', 3430n],
    ['charge', 3430n],
    ['refund', -490n],
  ])
  expect(whole.rows.reduce((sum, row) => sum + row.amountMinor, 0n)).toBe(whole.closingMinor)
  expect(whole.rows.at(-1)?.balanceMinor).toBe(whole.closingMinor)
  expect((await earningsOf(course.providerId))?.owedMinor).toBe(whole.closingMinor)
  expect(whole.rows[0]?.titles).toEqual([course.title])
  const text = JSON.stringify(whole, (_key, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  for (const { buyer } of orders) {
    expect(text).not.toContain(buyer.email)
    expect(text).not.toContain(buyer.userId)
  }

  const split = whole.rows[1]?.occurredAt ?? new Date()
  const first = await getEarningsStatement(shop.db, false, {
    ...of,
    from: month().from,
    to: split,
    page: 1,
  })
  const second = await getEarningsStatement(shop.db, false, {
    ...of,
    from: split,
    to: month().to,
    page: 1,
  })
  expect(second.openingMinor).toBe(first.closingMinor)
  expect(second.closingMinor).toBe(whole.closingMinor)
})

test('members see their own provider’s, finance everybody’s, nobody else any', async () => {
  const { course } = await shop.paidOrder()
  const callAs = (actor: Actor) => createCaller({ actor, deps: shop.deps }).providers
  const member = {
    ...memberOf(await makeUser(shop.db)),
    providerIds: [course.providerId],
  }
  const stranger = await shop.buyer()
  const finance = memberOf(await makeUser(shop.db), { roles: ['finance'] })
  const input = { providerId: course.providerId, currency: 'USD', ...month() }
  expect((await callAs(member).earnings()).map(({ providerId }) => providerId)).toEqual([
    course.providerId,
  ])
  expect(await callAs(stranger).earnings()).toEqual([])
  expect((await callAs(finance).earnings()).length).toBeGreaterThan(1)
  expect((await callAs(member).earningsStatement(input)).rows).toHaveLength(1)
  expect((await callAs(finance).earningsStatement(input)).rows).toHaveLength(1)
  await expect(callAs(stranger).earningsStatement(input)).rejects.toThrow('not-allowed')
})
