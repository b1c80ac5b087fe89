import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import type { Member } from '../shared/actor'
import { memberOf } from '../testing/actors'
import { timesAtOnce } from '../testing/at-once'
import { expectInvariants } from '../testing/books'
import { makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { acceptDifference } from './commands/accept-difference'
import { checkBooks } from './commands/check-books'
import { repairMoney } from './commands/repair-money'
import { getMoneyHealth } from './reads/money-health'
import { getRepairPlan } from './reads/repair-plan'

let shop: Shop
let finance: Member
beforeAll(async () => {
  shop = await createShop()
  finance = await shop.staff()
  await shop.db.roleAssignment.create({ data: { userId: finance.userId, role: 'finance' } })
})
afterAll(() => shop.close())

const health = () => getMoneyHealth(shop.db, false, shop.clock.now())
const plan = () => getRepairPlan(shop.db, false, shop.clock.now())

/** Checks when all that happened so far counts as settled. */
async function checkLater() {
  shop.clock.advanceSeconds(3600)
  return await checkBooks(shop.deps)
}

describe('money health', () => {
  test('before anything was sold there is nothing to check', async () => {
    expect(await checkBooks(shop.deps)).toBeNull()
    expect(await health()).toMatchObject({ check: null, unbalanced: 0, accounts: [] })
  })

  test('sales, refunds, their failures and disputes: both books agree, every count is zero', async () => {
    await shop.paidOrder()
    const refunded = await shop.paidOrder()
    const failed = await shop.paidOrder()
    await shop.paidOrder('4000 0000 0000 0259')
    for (const { orderId } of [refunded, failed]) {
      await refundOrder(shop.deps, finance, {
        orderId,
        requestId: shop.requestId(),
        reason: 'asked for it',
      })
    }
    await shop.settle()
    const refund = await shop.db.stripeRefund.findFirstOrThrow({
      where: { orderId: failed.orderId },
    })
    await shop.control.failRefund({ refund: refund.id })
    await shop.settle()
    expect(await checkLater()).toBe(0)
    const { check, accounts, ...rest } = await health()
    expect(check).toMatchObject({ differenceCount: 0, compared: 8 })
    expect(check?.sums).toHaveLength(1)
    expect(check?.sums[0]?.stripeMinor).toBe(check?.sums[0]?.ledgerMinor)
    expect(accounts.reduce((sum, row) => sum + row.amountMinor, 0n)).toBe(0n)
    expect(rest).toMatchObject({
      isCheckDue: false,
      unbalanced: 0,
      unserved: { count: 0 },
      unpaid: { count: 0 },
      stuck: { count: 0 },
      commands: 0,
    })
    expect(await plan()).toEqual({ orders: [], foreign: 0 })
    await expectInvariants(shop)
  })

  test('money that no webhook told of is found, warned of once a day, and repaired', async () => {
    const order = await shop.paidOrder()
    await shop.control.createRefund({ paymentIntent: order.paymentIntent, amount: 700 })
    await shop.collect()
    expect(await checkLater()).toBe(1)
    expect(await checkLater()).toBe(1)
    const { check } = await health()
    expect(check?.differences).toMatchObject([
      { kind: 'refund', stripeMinor: -700n, ledgerMinor: 0n, orderId: order.orderId },
    ])
    const mails = { where: { template: 'books-differ', recipient: finance.email } }
    expect(await shop.db.mailMessage.count(mails)).toBe(1)

    expect((await plan()).orders.map(({ id }) => id)).toEqual([order.orderId])
    expect(await timesAtOnce(4, () => repairMoney(shop.deps, finance))).toEqual(
      Array(4).fill('allowed'),
    )
    await shop.drain()
    expect(await checkLater()).toBe(0)
    expect(await plan()).toMatchObject({ orders: [] })
  })

  test('money of somebody else on the same account is seen and said to be foreign', async () => {
    const foreign = await shop.deps.stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'usd', unit_amount: 1000, product_data: { name: 'Mug' } },
        },
      ],
      success_url: 'https://example.test',
    })
    await shop.pay({ sessionId: foreign.id })
    expect(await checkLater()).toBe(1)
    expect(await plan()).toEqual({ orders: [], foreign: 1 })
  })

  test('a difference that is explained stays away until one more movement changes it', async () => {
    const [row] = (await health()).check?.differences ?? []
    if (!row) throw new Error('expected the difference of the test before')
    const { kind, externalId, currency, stripeMinor, ledgerMinor } = row
    const input = { kind, externalId, currency, stripeMinor, ledgerMinor, reason: 'the mug shop' }
    const support = memberOf(await makeUser(shop.db), { roles: ['support'] })
    expect(await refusal(acceptDifference(shop.deps, support, input))).toBe('not-allowed')
    const otherwise = { ...input, stripeMinor: stripeMinor + 1n }
    expect(await refusal(acceptDifference(shop.deps, finance, otherwise))).toBe('difference-gone')
    const accept = () => acceptDifference(shop.deps, finance, input)
    expect(await timesAtOnce(3, accept)).toEqual(['allowed', ...Array(2).fill('difference-gone')])

    const settled = (await health()).check
    expect(settled).toMatchObject({ differenceCount: 0, differences: [] })
    const sum = settled?.sums.find((row) => row.currency === currency)
    expect(sum).toMatchObject({ stripeMinor: sum?.ledgerMinor, outsideMinor: stripeMinor })
    expect(await shop.db.auditEntry.count({ where: { action: 'money.accept-difference' } })).toBe(1)
    expect(await checkLater()).toBe(0)

    const charge = await shop.deps.stripe.charges.retrieve(externalId)
    await shop.control.createRefund({ paymentIntent: String(charge.payment_intent), amount: 100 })
    expect(await checkLater()).toBe(1)
    const [raised] = (await health()).check?.differences ?? []
    expect(raised).toMatchObject({ kind: 'refund', stripeMinor: -100n })
    if (raised) await acceptDifference(shop.deps, finance, { ...input, ...raised })
  })

  test('paid without access and open without payment are found from the rows alone', async () => {
    const [first, second] = [await shop.paidOrder(), await shop.paidOrder()]
    const lines = await shop.db.orderLine.findMany({ where: { orderId: first.orderId } })
    await shop.db.accessGrant.deleteMany({
      where: { sourceId: { in: lines.map(({ id }) => id) } },
    })
    await shop.db.order.update({ where: { id: second.orderId }, data: { status: 'refunded' } })
    const { unserved, unpaid } = await health()
    expect(unserved.orders.map(({ id }) => id)).toEqual([first.orderId])
    expect(unpaid.orders.map(({ id }) => id)).toEqual([second.orderId])
    expect((await plan()).orders.map(({ id }) => id).sort()).toEqual(
      [first.orderId, second.orderId].sort(),
    )
    const { orders } = await repairMoney(shop.deps, finance)
    expect(orders).toHaveLength(2)
    await shop.drain()
    expect(await health()).toMatchObject({ unserved: { count: 0 }, unpaid: { count: 0 } })
  })

  test('an order that was never settled is stuck until it is repaired', async () => {
    const course = await shop.course(4900n)
    const order = await shop.checkOut(await shop.buyer(), [course.id])
    shop.clock.advanceSeconds(3 * 3600)
    expect((await health()).stuck).toMatchObject({ count: 1, orders: [{ id: order.orderId }] })
    await repairMoney(shop.deps, finance)
    await shop.drain()
    expect((await health()).stuck.count).toBe(0)
  })

  test('says when the nightly comparison did not run', async () => {
    shop.clock.advanceSeconds(27 * 3600)
    expect((await health()).isCheckDue).toBe(true)
    await checkBooks(shop.deps)
    expect((await health()).isCheckDue).toBe(false)
  })

  test('is repaired by those who may read the ledger and ask Stripe', async () => {
    const support = memberOf(await makeUser(shop.db), { roles: ['support'] })
    expect(await refusal(repairMoney(shop.deps, support))).toBe('not-allowed')
  })
})
