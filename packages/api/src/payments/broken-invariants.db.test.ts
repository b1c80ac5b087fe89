import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveBilling } from '../documents/commands/save-billing'
import { billingDetails } from '../documents/schema'
import { startCheckout } from '../orders/commands/start-checkout'
import { accessTo } from '../testing/cart'
import { makeCoupon } from '../testing/coupons'
import { createShop, type Shop } from '../testing/shop'
import { collectTax } from '../testing/tax'
import { brokenInvariants } from './reads/broken-invariants'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

const broken = async () =>
  (await brokenInvariants(shop.db)).filter((row) => row.broken > 0).map(({ name }) => name)

/** A program and a course beside it, paid. */
async function sale() {
  const course = await shop.course()
  const program = await shop.program([course.id])
  const order = await shop.checkOut(await shop.buyer(), [program.id])
  await shop.pay(order)
  await shop.settle()
  const lines = await shop.db.orderLine.findMany({ where: { orderId: order.orderId } })
  return { ...order, course, program, lineId: lines[0]?.id ?? '' }
}
type Sale = Awaited<ReturnType<typeof sale>>

test('an honest history breaks none', async () => {
  await sale()
  const order = await shop.paidOrder()
  await shop.control.createRefund({ paymentIntent: order.paymentIntent })
  await shop.settle()
  expect(await broken()).toEqual([])
})

test('money for what was bought twice that comes back to us breaks none: a person is told', async () => {
  const world = await createShop()
  try {
    await collectTax(world.db)
    const [course, other] = [await world.course(), await world.course()]
    const buyer = await world.buyer()
    await saveBilling(world.deps, buyer, billingDetails.parse({ country: 'IE' }))
    const both = await world.checkOut(buyer, [course.id, other.id])
    const again = await world.checkOut(buyer, [course.id])
    await world.pay(both)
    await world.pay(again)
    await world.settle()
    const refund = await world.db.stripeRefund.findFirstOrThrow({
      where: { orderId: again.orderId },
    })
    await world.control.failRefund({ refund: refund.id })
    await world.settle()
    const order = await world.db.order.findUniqueOrThrow({ where: { id: again.orderId } })
    expect(order).toMatchObject({ status: 'duplicate', review: 'refund_failed' })
    const lines = await world.db.orderLine.findMany({ where: { orderId: again.orderId } })
    expect(lines[0]?.taxMinor).toBeGreaterThan(0n)
    expect((await brokenInvariants(world.db)).filter((row) => row.broken > 0)).toEqual([])
  } finally {
    await world.close()
  }
})

/** An order that holds a coupon. */
async function discounted(): Promise<string> {
  const { code } = await makeCoupon(shop.db)
  const course = await shop.course()
  return (await shop.checkOut(await shop.buyer(), [course.id], 'USD', [code])).orderId
}

/** A payout that says that it was sent, and is nowhere in the ledger. */
async function forgePayout({ orderId }: Sale): Promise<void> {
  const entry = await shop.db.ledgerEntry.findFirstOrThrow({
    where: { account: 'provider_payable', transaction: { orderId } },
  })
  const providerId = entry.ownerId ?? ''
  const account = { id: `acct_${shop.requestId()}`, providerId, livemode: false }
  await shop.db.providerAccount.create({ data: account })
  const at = shop.clock.now()
  const amountMinor = -entry.amountMinor
  const payout = await shop.db.payout.create({
    data: {
      ...{ providerId, currency: 'USD', livemode: false, amountMinor },
      state: 'due',
      periodFrom: at,
      periodTo: at,
      lines: { create: { ledgerEntryId: entry.id, amountMinor } },
    },
  })
  await shop.db.payout.update({
    where: { id: payout.id },
    data: { state: 'sent', sentAt: at, stripeTransferId: 'tr_nowhere', accountId: account.id },
  })
}

const sabotages: Record<string, (sold: Sale) => Promise<unknown>> = {
  'What is paid out is in the ledger': forgePayout,
  'Paid opens what was bought': ({ lineId }) =>
    shop.db.accessGrant.deleteMany({ where: { sourceId: lineId } }),
  'Only what is paid is open': ({ orderId }) =>
    shop.db.order.update({ where: { id: orderId }, data: { status: 'refunded' } }),
  'A program opens its courses': ({ lineId, course }) =>
    shop.db.accessGrant.deleteMany({ where: { sourceId: lineId, offeringId: course.id } }),
  'Open is enrolled': ({ buyer, course }) =>
    shop.db.enrolment.deleteMany({ where: { userId: buyer.userId, offeringId: course.id } }),
  'Nobody gets back more than they paid': ({ orderId }) =>
    shop.db.stripeRefund.create({
      data: {
        id: `re_${shop.requestId()}`,
        orderId,
        chargeId: 'ch_any',
        amountMinor: 1_000_000n,
        currency: 'USD',
        status: 'succeeded',
        createdAt: shop.clock.now(),
      },
    }),
  'Paid has a payment of its total': ({ orderId }) =>
    shop.db.stripeCharge.updateMany({ where: { orderId }, data: { currency: 'EUR' } }),
  'Money that came in is in the ledger': ({ orderId }) =>
    shop.db.stripeCharge.create({
      data: {
        id: `ch_${shop.requestId()}`,
        orderId,
        amountMinor: 9900n,
        currency: 'USD',
        status: 'succeeded',
        createdAt: shop.clock.now(),
      },
    }),
  'Without a sale there is no document': ({ orderId }) =>
    shop.db.order.update({ where: { id: orderId }, data: { status: 'cancelled' } }),
  'Nothing to pay is settled by a free payment': async () => {
    const { code } = await makeCoupon(shop.db, { percentBps: 10_000 })
    const cart = { items: accessTo((await shop.course()).id), currency: 'USD', codes: [code] }
    const result = await startCheckout(shop.deps, await shop.buyer(), cart)
    if (result.kind !== 'settled') throw new Error('something to pay')
    await shop.db.order.update({ where: { id: result.orderId }, data: { status: 'expired' } })
  },
  'Coupons and what was paid for courses explain the discount': async ({ orderId }) => {
    await shop.db.$executeRaw`alter table orders disable trigger orders_sums`
    const data = { discountMinor: 1n, totalMinor: { decrement: 1n } }
    await shop.db.order.update({ where: { id: orderId }, data })
  },
  'Coupons stand as their order does': async () => {
    const orderId = await discounted()
    await shop.db.couponRedemption.updateMany({ where: { orderId }, data: { state: 'released' } })
  },
  'Coupons are counted as they are used': async () => {
    const orderId = await discounted()
    const coupons = { redemptions: { some: { orderId } } }
    await shop.db.coupon.updateMany({ where: coupons, data: { redeemedCount: 7 } })
  },
  'Tax that is invoiced is tax that is owed': ({ orderId }) =>
    shop.db.ledgerTransaction.create({
      data: {
        kind: 'adjustment',
        externalId: shop.requestId(),
        orderId,
        livemode: false,
        occurredAt: shop.clock.now(),
        entries: {
          create: [
            { account: 'tax_payable', currency: 'USD', amountMinor: -1n },
            { account: 'platform_revenue', currency: 'USD', amountMinor: 1n },
          ],
        },
      },
    }),
  'Paid has its receipt': ({ orderId }) =>
    shop.db.mailMessage.deleteMany({ where: { key: `order-receipt:${orderId}` } }),
}

test.each(Object.keys(sabotages))('%s: seen when it is broken', async (name) => {
  const before = await broken()
  const sold = await sale()
  await sabotages[name]?.(sold)
  expect((await broken()).filter((other) => !before.includes(other))).toContain(name)
})

test('Nothing is sold twice to one person: seen when it is broken', async () => {
  const first = await shop.paidOrder()
  const second = await shop.paidOrder()
  await shop.db.$transaction(async (tx) => {
    // Neither the buyer nor the line of a sale can be changed: the triggers are put aside for the sabotage.
    await tx.$executeRaw`set local session_replication_role = replica`
    await tx.$executeRaw`update orders set user_id = ${first.buyer.userId}::uuid
      where id = ${second.orderId}::uuid`
    await tx.$executeRaw`update order_lines set offering_id = ${first.course.id}::uuid
      where order_id = ${second.orderId}::uuid`
  })
  expect(await broken()).toContain('Nothing is sold twice to one person')
})

test('Guests: seen when what nobody claimed is open, or cannot be claimed', async () => {
  const { orderId } = await shop.paidOrder()
  await shop.db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`
    await tx.$executeRaw`update orders set user_id = null, guest_key = 'browser'
      where id = ${orderId}::uuid`
  })
  const names = ['Unclaimed opens nothing', 'What a guest paid for can be claimed']
  expect(await broken()).toEqual(expect.arrayContaining(names))
})

test('Open belongs to who claimed it: seen when it is another', async () => {
  const { orderId } = await shop.paidOrder()
  const other = await shop.buyer()
  await shop.db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`
    await tx.$executeRaw`update orders set user_id = ${other.userId}::uuid
      where id = ${orderId}::uuid`
  })
  expect(await broken()).toContain('Open belongs to who claimed it')
})

test('What is no sale is owed to nobody but its payer: seen when it is shared', async () => {
  const { orderId } = await shop.paidOrder()
  await shop.db.order.update({ where: { id: orderId }, data: { status: 'duplicate' } })
  expect(await broken()).toContain('What is no sale is owed to nobody but its payer')
})

test('Every transaction balances: seen when it is broken', async () => {
  const { orderId } = await shop.paidOrder()
  await shop.db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`
    await tx.$executeRaw`update ledger_entries set amount_minor = amount_minor + 1
      where id = (select min(e.id) from ledger_entries e
        join ledger_transactions t on t.id = e.transaction_id where t.order_id = ${orderId}::uuid)`
  })
  expect(await broken()).toContain('Every transaction balances')
})

test('Documents: seen when one is gone', async () => {
  const { orderId } = await shop.paidOrder()
  await shop.paidOrder()
  await shop.db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`
    await tx.$executeRaw`delete from documents where order_id = ${orderId}::uuid`
  })
  const names = ['Paid and kept is what is invoiced', 'Numbers of documents have no gap']
  expect(await broken()).toEqual(expect.arrayContaining(names))
})
