import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { expectInvariants, standing } from '../testing/books'
import { createShop, type Shop } from '../testing/shop'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(() => expectInvariants(shop))

describe('B. Checkout', () => {
  test('20 paid → paid, active, the whole amount, the provider its share', async () => {
    const course = await shop.course(4900n)
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    await shop.pay(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toEqual({
      status: 'paid',
      review: null,
      grants: ['active'],
      ledger: {
        platform_revenue: -1470,
        processor_fees: 172,
        provider_payable: -3430,
        stripe_balance: 4728,
      },
    })
  })
})
