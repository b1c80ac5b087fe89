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
