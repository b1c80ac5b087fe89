import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refundOrder } from '../../orders/commands/refund-order'
import { makeUser } from '../../testing/factories'
import { createShop, type Shop } from '../../testing/shop'
import { enrolFree } from '../commands/enrol-free'
import { grantByStaff } from '../commands/grant-by-staff'
import { getAccess } from './access'
import { listGrantsOf } from './admin-enrolments'
import { explainAccess } from './explained-access'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

const explain = (userId: string, offeringId?: string) =>
  explainAccess(shop.db, userId, shop.clock.now(), { offeringId })

describe('why somebody has access', () => {
  it('names the order, and the program that a course belongs to', async () => {
    const course = await shop.course()
    const program = await shop.program([course.id])
    const order = await shop.checkOut(await shop.buyer(), [program.id])
    await shop.pay(order)
    await shop.settle()
    const { number, paidAt } = await shop.db.order.findUniqueOrThrow({
      where: { id: order.orderId },
    })
    const bought = { at: paidAt, order: { id: order.orderId, number } }
    expect(await explain(order.buyer.userId, program.id)).toMatchObject([
      { source: 'order_line', standing: 'live', cause: { ...bought, program: null } },
    ])
    expect(await explain(order.buyer.userId, course.id)).toMatchObject([
      {
        source: 'order_line',
        offering: { id: course.id },
        cause: { ...bought, program: { id: program.id, title: program.title } },
      },
    ])
  })

  it('is said by the function that decides, one reason each, live ones first', async () => {
    const order = await shop.paidOrder()
    const { userId, email } = order.buyer
    await shop.db.price.updateMany({
      where: { offeringId: order.course.id },
      data: { amountMinor: 0n },
    })
    await enrolFree(shop.deps, order.buyer, { offeringId: order.course.id })
    const requestId = shop.requestId()
    const staff = await shop.staff()
    await grantByStaff(shop.deps, staff, {
      requestId,
      email,
      offeringId: order.course.id,
      endsAt: new Date(shop.clock.now().getTime() + 86_400_000),
      reason: 'for a talk',
    })
    await refundOrder(shop.deps, staff, {
      orderId: order.orderId,
      requestId: shop.requestId(),
      reason: 'asked for it',
    })
    await shop.settle()
    const reasons = await explain(userId)
    const decided = await getAccess(shop.db, userId, order.course.id, shop.clock.now())
    expect(decided.hasAccess).toBe(true)
    expect(reasons.map(({ grantId, standing }) => [grantId, standing]).sort()).toEqual(
      decided.reasons.map(({ grantId, standing }) => [grantId, standing]).sort(),
    )
    expect(reasons.at(-1)).toMatchObject({
      source: 'order_line',
      standing: 'revoked',
      stateReason: 'order-refunded',
    })
    const [given] = (await listGrantsOf(shop.db, userId, shop.clock.now())).filter(
      (grant) => grant.source === 'staff',
    )
    expect(given).toMatchObject({ note: 'for a talk', givenBy: staff.email })
    // Who gave it and why is for staff: the learner's answer has neither.
    expect(JSON.stringify(reasons)).not.toContain('for a talk')
    expect(JSON.stringify(reasons)).not.toContain(staff.email)
  })

  it('is nothing for somebody to whom nothing was opened', async () => {
    expect(await explain((await makeUser(shop.db)).id)).toEqual([])
  })
})
