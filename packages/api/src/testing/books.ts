import { expect } from 'vitest'
import { markDirty } from '../payments/commands/mark-dirty'
import { refundedPerLine } from '../payments/rules/allocate-refund'
import { orderTargetKey } from '../payments/rules/event-target'
import { isActiveRefund, sumMinor } from '../payments/rules/facts'
import { shareOf } from '../shared/money'
import { expectDocuments, expectNoGaps } from './documents'
import type { Shop } from './shop'

/** What a test compares: status, review, access by offering, and money by ledger account. */
export async function standing({ db }: Pick<Shop, 'db'>, orderId: string) {
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { lines: true, ledger: { include: { entries: true } } },
  })
  const grants = await db.accessGrant.findMany({
    where: { sourceType: 'order_line', sourceId: { in: order.lines.map((line) => line.id) } },
    orderBy: { createdAt: 'asc' },
  })
  const ledger: Record<string, bigint> = {}
  for (const entry of order.ledger.flatMap((posting) => posting.entries)) {
    ledger[entry.account] = (ledger[entry.account] ?? 0n) + entry.amountMinor
  }
  return {
    status: order.status,
    review: order.review,
    grants: grants.map((grant) => grant.state).sort(),
    ledger: Object.fromEntries(
      Object.entries(ledger)
        .filter(([, amount]) => amount !== 0n)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([account, amount]) => [account, Number(amount)]),
    ),
  }
}

/** Orders that were found in order: a test file looks at each of its orders once. */
const checked = new Set<string>()

/**
 * The invariants (G) that hold after every scenario, for every order of it: the books balance and
 * agree with Stripe to the unit, nothing is posted twice, nothing is granted without a cause, and
 * asking Stripe again changes nothing (`asked` limits of how many orders that is tried).
 */
export async function expectInvariants(shop: Shop, options: { asked?: number } = {}) {
  const { db, control } = shop
  const unbalanced = await db.$queryRaw<unknown[]>`
    select transaction_id from ledger_entries group by transaction_id, currency
    having sum(amount_minor) <> 0`
  expect(unbalanced).toEqual([])

  const fake = await control.snapshot()
  const orders = await db.order.findMany({
    where: { id: { notIn: [...checked] } },
    include: {
      lines: { orderBy: { position: 'asc' } },
      charges: true,
      freePayment: true,
      disputes: true,
      refunds: { include: { allocations: true } },
      ledger: { include: { entries: true } },
    },
  })
  for (const order of orders) {
    const intents = fake.paymentIntents
      .filter((intent) => intent.metadata.order_id === order.id)
      .map((intent) => intent.id)
    const ofOrder = (row: { payment_intent: unknown }) =>
      intents.includes(String(row.payment_intent))
    const charges = fake.charges.filter(ofOrder)
    const refunds = fake.refunds.filter(ofOrder)
    const disputes = fake.disputes.filter(ofOrder)
    const sources = new Set([...charges, ...refunds, ...disputes].map((row) => row.id))
    const stripeNet = fake.balanceTransactions
      .filter((row) => sources.has(String(row.source)))
      .reduce((sum, row) => sum + BigInt(row.amount - row.fee), 0n)
    const entries = order.ledger.flatMap((posting) => posting.entries)
    const booked = sumMinor(entries.filter((entry) => entry.account === 'stripe_balance'))
    expect(booked, `stripe_balance of order ${order.id}`).toBe(stripeNet)

    const succeeded = charges.filter((charge) => charge.status === 'succeeded')
    const posted = (kind: string) =>
      order.ledger.filter((posting) => posting.kind === kind).map((posting) => posting.externalId)
    expect(posted('charge').sort()).toEqual(succeeded.map((charge) => charge.id).sort())
    expect(posted('refund').sort()).toEqual(refunds.map((refund) => refund.id).sort())

    const paid = succeeded.reduce((sum, charge) => sum + BigInt(charge.amount), 0n)
    const given = sumMinor(order.refunds.filter(isActiveRefund))
    expect(given <= paid, `refunded ${given} of ${paid}`).toBe(true)
    const perLine = refundedPerLine(order.lines, order.refunds)
    order.lines.forEach((line, index) => {
      expect((perLine[index] ?? 0n) <= line.amountMinor).toBe(true)
    })

    const isLost = order.disputes.some((dispute) => dispute.status === 'lost')
    const hasUnapplied = entries.some((entry) => entry.account === 'unapplied_payments')
    if (paid > 0n && !isLost && !hasUnapplied && order.disputes.length === 0) {
      const owed = order.lines.reduce((sum, line, index) => {
        const share = line.providerMinor ?? shareOf(line.amountMinor - line.taxMinor, line.shareBps)
        const taken = line.amountMinor && (share * (perLine[index] ?? 0n)) / line.amountMinor
        return sum + share - taken
      }, 0n)
      const payable = sumMinor(entries.filter((entry) => entry.account === 'provider_payable'))
      expect(payable, `provider_payable of order ${order.id}`).toBe(-owed)
      const tax = order.lines.reduce((sum, line, index) => {
        const taken =
          line.amountMinor && (line.taxMinor * (perLine[index] ?? 0n)) / line.amountMinor
        return sum + line.taxMinor - taken
      }, 0n)
      const state = sumMinor(entries.filter((entry) => entry.account === 'tax_payable'))
      expect(state, `tax_payable of order ${order.id}`).toBe(-tax)
    }
    const isSale = paid > 0n && !hasUnapplied && !['duplicate', 'cancelled'].includes(order.status)
    await expectDocuments(shop, { ...order, isSale })
    if (paid === 0n && order.freePayment === null) {
      const lines = order.lines.map((line) => line.id)
      expect(await db.accessGrant.count({ where: { sourceId: { in: lines } } })).toBe(0)
    }
  }
  await expectNoGaps(shop)
  const miscounted = await db.$queryRaw<unknown[]>`
    select c.id from coupons c left join coupon_redemptions r on r.coupon_id = c.id
    group by c.id
    having c.reserved_count <> count(r.id) filter (where r.state = 'reserved' and not r.is_over_limit)
      or c.redeemed_count <> count(r.id) filter (where r.state = 'redeemed' and not r.is_over_limit)
      or c.reserved_count + c.redeemed_count > c.total_limit`
  expect(miscounted, 'coupons whose counters are not their redemptions').toEqual([])
  const misheld = await db.$queryRaw<unknown[]>`
    select r.id from coupon_redemptions r join orders o on o.id = r.order_id
    where (r.state = 'reserved') <> (o.status in ('awaiting_payment', 'processing'))`
  expect(misheld, 'coupons that do not stand as their orders do').toEqual([])
  const orphans = await db.$queryRaw<unknown[]>`
    select g.id from access_grants g left join order_lines l on l.id = g.source_id
    where g.source_type = 'order_line' and l.id is null`
  expect(orphans).toEqual([])
  const dirty = await db.$queryRaw<unknown[]>`
    select key from sync_targets where dirty_seq > synced_seq`
  expect(dirty).toEqual([])
  await expectStable(
    shop,
    orders.slice(0, options.asked).map((order) => order.id),
  )
  for (const order of orders) checked.add(order.id)
}

/** Asking Stripe again about everything must not change a thing: derive(facts) is what is stored. */
async function expectStable(shop: Shop, orderIds: readonly string[]): Promise<void> {
  const picture = async () => ({
    orders: await Promise.all(orderIds.map((id) => standing(shop, id))),
    postings: await shop.db.ledgerTransaction.count(),
    enrolments: await shop.db.enrolment.count(),
    mails: await shop.db.mailMessage.count(),
    documents: await shop.db.document.count(),
  })
  const before = await picture()
  const now = shop.clock.now()
  for (const id of orderIds)
    await shop.db.$transaction((tx) => markDirty(tx, orderTargetKey(id), now))
  await shop.drain()
  expect(await picture()).toEqual(before)
}

/** What the ledger holds of one sale at 49 dollars, by account. */
export const soldFor49 = {
  platform_revenue: -1470,
  processor_fees: 172,
  provider_payable: -3430,
  stripe_balance: 4728,
}
