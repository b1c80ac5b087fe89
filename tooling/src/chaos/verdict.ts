import { checkBooks } from '@archway/api/payments/commands/check-books'
import { markDirty } from '@archway/api/payments/commands/mark-dirty'
import { brokenInvariants } from '@archway/api/payments/reads/broken-invariants'
import { getSyncHealth } from '@archway/api/payments/reads/stripe-traffic'
import {
  accountTargetKey,
  orderTargetKey,
  payoutTargetKey,
  subscriptionTargetKey,
} from '@archway/api/payments/rules/event-target'
import { brokenMemberships } from '@archway/api/subscriptions/reads/broken-memberships'
import type { Finding } from './finding'
import { judgePayouts } from './payout-verdict'
import { comeToRest } from './rest'
import type { ChaosShop } from './shop'
import { FORGED } from './trouble'

/** What must hold when everything is at rest; every count is zero when it does. */
export async function judge(shop: ChaosShop, note: (text: string) => void): Promise<Finding[]> {
  const { deps, pool } = shop
  const payouts = await judgePayouts(shop, note)
  const orders = (await brokenInvariants(deps.db)).map(({ name, broken, orders }) => ({
    name,
    broken,
    examples: orders.map(String),
  }))
  const memberships = (await brokenMemberships(deps.db, deps.clock.now())).map(
    ({ name, broken, ids }) => ({ name, broken, examples: ids }),
  )
  const { deadTargets, openCommands } = await getSyncHealth(deps.db, deps.clock.now())
  const forged = await pool.query<{ id: string }>(
    'select id from stripe_events where id like $1 limit 20',
    [`${FORGED}%`],
  )
  return [
    ...orders,
    ...memberships,
    ...payouts,
    await compareWithStripe(shop),
    { name: 'Nothing was given up', broken: deadTargets, examples: [] },
    { name: 'Every call to Stripe has its answer', broken: openCommands, examples: [] },
    {
      name: 'No forged event left a row',
      broken: forged.rows.length,
      examples: forged.rows.map(({ id }) => id),
    },
    await askAgain(shop, note),
  ]
}

/** The ledger against Stripe's balance transactions, when all of them count as settled. */
async function compareWithStripe({ deps }: ChaosShop): Promise<Finding> {
  const inAnHour = new Date(deps.clock.now().getTime() + 3_600_000)
  const broken = await checkBooks({ ...deps, clock: { now: () => inAnHour } })
  const differences = await deps.db.bookDifference.findMany({ take: 20 })
  return {
    name: 'The ledger agrees with Stripe',
    broken: broken ?? 0,
    examples: differences.map(({ kind, externalId }) => `${kind} ${externalId}`),
  }
}

/** Asking Stripe again about every order, membership, payout and account must change nothing: what is stored is what follows from the facts. */
async function askAgain(shop: ChaosShop, note: (text: string) => void): Promise<Finding> {
  const { deps } = shop
  const before = await picture(shop)
  const orders = await deps.db.order.findMany({ select: { id: true }, orderBy: { number: 'asc' } })
  for (const { id } of orders) {
    await deps.db.$transaction((tx) => markDirty(tx, orderTargetKey(id), deps.clock.now()))
  }
  const subscriptions = await deps.db.subscription.findMany({ select: { id: true } })
  const payouts = await deps.db.payout.findMany({ select: { id: true } })
  const accounts = await deps.db.providerAccount.findMany({ select: { id: true } })
  const keys = [
    ...subscriptions.map(({ id }) => subscriptionTargetKey(id)),
    ...payouts.map(({ id }) => payoutTargetKey(id)),
    ...accounts.map(({ id }) => accountTargetKey(id)),
  ]
  for (const key of keys) {
    await deps.db.$transaction((tx) => markDirty(tx, key, deps.clock.now()))
  }
  // Noted rows have no job: the one that finds what was lost queues them.
  await comeToRest(shop, note)
  const after = await picture(shop)
  const changed = [...after].filter(([key, value]) => before.get(key) !== value)
  return {
    name: 'Asking again changes nothing',
    broken: changed.length,
    examples: changed.slice(0, 20).map(([key, value]) => `${key}: ${before.get(key)} → ${value}`),
  }
}

async function picture({ pool }: ChaosShop): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ key: string; value: string }>(
    `select 'order ' || number as key, status || coalesce(' ' || review, '') as value from orders
     union all select 'grant ' || id, state::text from access_grants
     union all select 'ledger', count(*)::text from ledger_entries
     union all select 'enrolments', count(*)::text from enrolments
     union all select 'coupon ' || id, state::text from coupon_redemptions
     union all select 'seats ' || id, state || ' ' || refunded_seats from seat_pools
     union all select 'gift ' || id, state || ' ' || standing from gifts
     union all select 'voucher ' || id, state::text from exam_vouchers
     union all select 'membership ' || id, status || coalesce(' ' || review, '') from subscriptions
     union all select 'payout ' || number, concat_ws(' ', state, reason, amount_minor, reversed_minor) from payouts
     union all select 'account ' || id, concat_ws(' ', state, reason) from provider_accounts
     union all select 'documents', count(*)::text from documents
     union all select 'mails', count(*)::text from mail_messages`,
  )
  return new Map(rows.map(({ key, value }) => [key, value]))
}
