import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { memberOf } from '../../testing/actors'
import { expectInvariants } from '../../testing/books'
import { makeUser } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createShop, type Shop } from '../../testing/shop'
import { adminOrdersInput } from '../schema/order'
import { requireAdminOrder } from './admin-order'
import { listAdminOrders } from './admin-orders'
import { listMyOrders } from './my-orders'
import { requireOrderDetail } from './order-detail'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

describe('reads', () => {
  test('my orders and my order are mine', async () => {
    const order = await shop.paidOrder()
    const page = { page: 1, pageSize: 10 }
    const mine = await listMyOrders(shop.db, order.buyer.userId, page, shop.clock.now())
    expect(mine.rows.map((row) => row.id)).toEqual([order.orderId])
    const detail = await requireOrderDetail(
      shop.db,
      order.buyer.userId,
      order.orderId,
      shop.clock.now(),
    )
    expect(detail.timeline.map((entry) => entry.kind)).toEqual(
      expect.arrayContaining(['created', 'checkout_opened', 'paid']),
    )
    expect(detail).toMatchObject({
      status: 'paid',
      payment: { cardBrand: 'visa', cardLast4: '4242' },
      canCancel: false,
      checkoutUrl: null,
    })
    expect(detail.lines[0]).toMatchObject({ hasAccess: true, refund: { isOwed: true } })
    const stranger = await shop.buyer()
    expect(
      await refusal(requireOrderDetail(shop.db, stranger.userId, order.orderId, shop.clock.now())),
    ).toBe('not-found')
  })

  test('staff finds an order by number, address, title and every id of Stripe’s', async () => {
    const order = await shop.paidOrder()
    const row = await shop.db.order.findUniqueOrThrow({
      where: { id: order.orderId },
      include: { charges: true },
    })
    const searches = [
      String(row.number),
      `#${row.number}`,
      order.buyer.email,
      order.sessionId,
      order.paymentIntent,
      row.charges[0]?.id ?? '',
      order.orderId,
    ]
    for (const search of searches) {
      const found = await listAdminOrders(shop.db, adminOrdersInput.parse({ search }))
      expect(found.rows.map((result) => result.id)).toContain(order.orderId)
    }
    const none = await listAdminOrders(shop.db, adminOrdersInput.parse({ search: '100%_nobody' }))
    expect(none.rows).toEqual([])
    for (const sort of ['createdAt', 'number', 'total', 'status', 'paidAt'] as const) {
      const sorted = await listAdminOrders(
        shop.db,
        adminOrdersInput.parse({ sort, status: ['paid'], pageSize: 2 }),
      )
      expect(sorted.rows.every((result) => result.status === 'paid')).toBe(true)
    }
  })

  test('the ledger is for those who may read it', async () => {
    const order = await shop.paidOrder()
    const finance = memberOf(await makeUser(shop.db), { roles: ['finance'] })
    const support = memberOf(await makeUser(shop.db), { roles: ['support'] })
    const seen = (actor: typeof finance) =>
      requireAdminOrder(shop.db, actor, order.orderId, shop.clock.now())
    expect((await seen(finance)).ledger?.map((posting) => posting.kind)).toEqual([
      'charge',
      'charge_fee',
    ])
    expect((await seen(support)).ledger).toBeNull()
    expect((await seen(finance)).refund).toMatchObject({ isAllowed: true, refundableMinor: 4900n })
    expect((await seen(support)).refund).toMatchObject({ isAllowed: false, reason: 'not-allowed' })
    expect((await seen(finance)).events.length).toBeGreaterThan(2)
  })
})
