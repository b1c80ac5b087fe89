import { afterAll, beforeAll, expect, test } from 'vitest'
import { sellMembership } from '../testing/memberships'
import { createShop, type Shop } from '../testing/shop'
import { brokenMemberships } from './reads/broken-memberships'

let shop: Shop
let sold: Awaited<ReturnType<typeof sellMembership>>
beforeAll(async () => {
  shop = await createShop()
  sold = await sellMembership(shop)
})
afterAll(() => shop.close())

const broken = async () =>
  (await brokenMemberships(shop.db, shop.clock.now()))
    .filter((row) => row.broken > 0)
    .map(({ name }) => name)

type Member = Awaited<ReturnType<typeof sold.member>>

test('an honest history breaks none: renewed, failed, recovered and ended', async () => {
  const member = await sold.member()
  await shop.control.skipToNext({ subscription: member.stripeId })
  await shop.control.declineRenewals({ customer: member.customer })
  await shop.control.skipToNext({ subscription: member.stripeId })
  await shop.settle()
  expect((await sold.rowOf(member.id)).status).toBe('past_due')
  expect(await broken()).toEqual([])
  await shop.control.skipToNext({ subscription: member.stripeId })
  await shop.settle()
  expect((await sold.rowOf(member.id)).status).toBe('active')
  expect(await broken()).toEqual([])
  await shop.stripe.subscriptions.cancel(member.stripeId)
  await shop.settle()
  expect((await sold.rowOf(member.id)).status).toBe('ended')
  expect(await broken()).toEqual([])
})

const grantOf = ({ id }: Member) => ({ sourceType: 'subscription' as const, sourceId: id })

const sabotages: Record<string, (member: Member) => Promise<unknown>> = {
  'A membership has ended when it has at Stripe': ({ stripeId }) =>
    shop.db.stripeSubscription.update({ where: { id: stripeId }, data: { status: 'canceled' } }),
  'A membership in force is open': (member) =>
    shop.db.accessGrant.deleteMany({ where: grantOf(member) }),
  'Only a membership in force is open': ({ id }) =>
    shop.db.subscription.update({ where: { id }, data: { status: 'ended' } }),
  'A paid invoice has one order': ({ id, stripeId }) =>
    shop.db.stripeInvoice.create({
      data: {
        id: `in_${shop.requestId()}`,
        subscriptionId: id,
        stripeSubscriptionId: stripeId,
        status: 'paid',
        currency: 'USD',
        totalMinor: 2900n,
        amountDueMinor: 2900n,
        amountPaidMinor: 2900n,
        periodStart: shop.clock.now(),
        periodEnd: shop.clock.now(),
        attemptCount: 1,
        createdAt: shop.clock.now(),
      },
    }),
  'An order of an invoice is what was paid': ({ id }) =>
    shop.db.stripeInvoice.updateMany({
      where: { subscriptionId: id },
      data: { amountPaidMinor: 2800n },
    }),
  'A paid invoice is in the ledger once': ({ id }) =>
    shop.db.$transaction(async (tx) => {
      // The ledger cannot be changed: its triggers are put aside for the sabotage.
      await tx.$executeRaw`set local session_replication_role = replica`
      await tx.$executeRaw`delete from ledger_entries where transaction_id in (
        select t.id from ledger_transactions t join orders o on o.id = t.order_id
        where o.subscription_id = ${id}::uuid and t.kind = 'charge')`
      await tx.$executeRaw`delete from ledger_transactions where kind = 'charge' and order_id in (
        select id from orders where subscription_id = ${id}::uuid)`
    }),
  'One membership lives per person': async ({ id }) => {
    const other = await sold.member()
    const { userId } = await sold.rowOf(id)
    await dropLiveIndexes()
    await shop.db.subscription.update({ where: { id: other.id }, data: { userId } })
  },
}

/** The database sees to it as well: its unique indexes are put aside for the sabotage. */
async function dropLiveIndexes(): Promise<void> {
  const rows = await shop.db.$queryRaw<{ name: string }[]>`
    select indexname as name from pg_indexes
    where tablename = 'subscriptions' and indexdef like '%UNIQUE%(user_id)%'`
  for (const { name } of rows) await shop.db.$executeRawUnsafe(`drop index "${name}"`)
}

test.each(Object.keys(sabotages))('%s: seen when it is broken', async (name) => {
  const before = await broken()
  const member = await sold.member()
  await sabotages[name]?.(member)
  expect((await broken()).filter((other) => !before.includes(other))).toContain(name)
})
