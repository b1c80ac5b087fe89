import { afterAll, beforeAll, expect, test } from 'vitest'
import { sellMembership } from '../testing/memberships'
import { createShop, type Shop } from '../testing/shop'

let shop: Shop
let sold: Awaited<ReturnType<typeof sellMembership>>
beforeAll(async () => {
  shop = await createShop()
  sold = await sellMembership(shop)
})
afterAll(() => shop.close())

test('59 an invoice that was disputed before it was known → its receipt once the dispute is won', async () => {
  const { id } = await sold.paid()
  const { charges } = await shop.control.snapshot()
  const dispute = await shop.control.createDispute({ charge: charges.at(-1)?.id })
  await shop.settle()
  const [order] = (await sold.rowOf(id)).orders
  const receipts = () => shop.db.mailMessage.count({ where: { key: `order-receipt:${order?.id}` } })
  expect(order).toMatchObject({ status: 'disputed' })
  expect(await receipts()).toBe(0)
  await shop.control.moveDispute({ dispute: dispute.id, status: 'won' })
  await shop.settle()
  expect((await sold.rowOf(id)).orders).toMatchObject([{ status: 'paid' }])
  expect(await receipts()).toBe(1)
})

/** A member whose second month is paid, and the charge of it. */
async function renewed() {
  const member = await sold.member()
  await sold.wait(31)
  await shop.settle()
  await sold.wait(0.1)
  await shop.settle()
  const { orders } = await sold.rowOf(member.id)
  expect(orders).toHaveLength(2)
  const { charges } = await shop.control.snapshot()
  const charge = charges.filter(({ customer }) => customer === member.customer).at(-1)?.id
  return { ...member, charge }
}

test('58 a renewal is disputed → closed while it lasts; 59 won → open again', async () => {
  const member = await renewed()
  const { id } = await shop.control.createDispute({ charge: member.charge })
  await shop.settle()
  expect(await accessOf(member.actor.userId)).toEqual({ isOpen: false, reason: 'dispute-open' })
  await shop.control.moveDispute({ dispute: id, status: 'won' })
  await shop.settle()
  expect(await accessOf(member.actor.userId)).toMatchObject({ isOpen: true })
  expect(await sold.rowOf(member.id)).toMatchObject({ status: 'active' })
})

test('60 the dispute of a renewal is lost → ended at Stripe, nothing is charged again', async () => {
  const member = await renewed()
  const { id } = await shop.control.createDispute({ charge: member.charge })
  await shop.settle()
  await shop.control.moveDispute({ dispute: id, status: 'lost' })
  await shop.settle()
  expect(await accessOf(member.actor.userId)).toMatchObject({ isOpen: false })
  expect(await sold.rowOf(member.id)).toMatchObject({ status: 'ended' })
  expect((await shop.stripe.subscriptions.retrieve(member.stripeId)).status).toBe('canceled')
  const { orders } = await sold.rowOf(member.id)
  expect(orders.map(({ status }) => status).sort()).toEqual(['charged_back', 'paid'])
})

async function accessOf(userId: string) {
  const now = shop.clock.now()
  const grant = await shop.db.accessGrant.findFirstOrThrow({
    where: { userId, sourceType: 'subscription' },
  })
  const isOpen = grant.state === 'active' && (grant.endsAt === null || grant.endsAt > now)
  return { isOpen, reason: grant.stateReason }
}
