import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'

/** How many memberships of each kind are named; all are counted. */
const named = 20

const lives = (of: 's' | 'r') =>
  Prisma.sql`${Prisma.raw(of)}.status in ('trialing', 'active', 'past_due', 'unpaid', 'paused', 'held')`

/** Access by the membership that is open at that time. */
const isOpen = (now: Date) => Prisma.sql`exists (select 1 from access_grants g
  where g.source_type = 'subscription' and g.source_id = s.id and g.state = 'active'
    and (g.ends_at is null or g.ends_at > ${now}))`

/** Its current period fell into a pause and was not charged: what was cancelled in a pause runs out so. */
const isUncharged = (now: Date) => Prisma.sql`exists (select 1 from stripe_invoices i
  where i.subscription_id = s.id and i.status = 'void' and i.period_start <= ${now}
    and i.period_end > ${now} and s.cancel_at is not null)`

/** Nothing of what was paid for it was given back, disputed or looked at by staff. */
const isUntroubled = Prisma.sql`s.review is null and not exists (
  select 1 from orders o where o.subscription_id = s.id and (
    exists (select 1 from stripe_refunds r where r.order_id = o.id)
    or exists (select 1 from stripe_disputes d where d.order_id = o.id)))
  and not exists (select 1 from access_grants g
    where g.source_type = 'subscription' and g.source_id = s.id and g.state_reason = 'revoked-by-staff')`

/**
 * What must hold for every membership at rest, each as the condition on `subscriptions s` that breaks
 * it. They are written from the stored rows alone, apart from the rules that wrote those.
 */
const conditionsAt = (now: Date) =>
  ({
    'A membership in force is open': Prisma.sql`s.status in ('trialing', 'active')
    and s.period_end > ${now} and ${isUntroubled} and not ${isOpen(now)} and not ${isUncharged(now)}`,
    'Only a membership in force is open': Prisma.sql`
    s.status in ('pending', 'unpaid', 'ended', 'duplicate', 'expired') and ${isOpen(now)}`,
    'A membership is one grant': Prisma.sql`(select count(*) from access_grants g
    where g.source_type = 'subscription' and g.source_id = s.id) > 1`,
    'A paid invoice has one order': Prisma.sql`exists (
    select 1 from stripe_invoices i where i.subscription_id = s.id and i.status = 'paid'
      and i.amount_paid_minor > 0
      and (select count(*) from orders o where o.stripe_invoice_id = i.id) <> 1)`,
    'An order of an invoice is what was paid': Prisma.sql`exists (
    select 1 from orders o left join stripe_invoices i on i.id = o.stripe_invoice_id
    where o.subscription_id = s.id and (i.id is null or i.status <> 'paid'
      or i.amount_paid_minor <> o.total_minor or i.currency <> o.currency))`,
    'A paid invoice is in the ledger once': Prisma.sql`exists (
    select 1 from orders o where o.subscription_id = s.id and o.total_minor > 0
      and o.status in ('paid', 'partially_refunded', 'refunded', 'duplicate')
      and (select count(*) from ledger_transactions t
        where t.order_id = o.id and t.kind = 'charge') <> 1)`,
    'One membership lives per person': Prisma.sql`${lives('s')} and exists (
    select 1 from subscriptions r where r.user_id = s.user_id and r.id <> s.id and ${lives('r')})`,
    'A membership has ended when it has at Stripe': Prisma.sql`exists (
    select 1 from stripe_subscriptions f where f.id = s.stripe_subscription_id
      and (f.status in ('canceled', 'incomplete_expired'))
        <> (s.status in ('ended', 'duplicate', 'expired')))`,
  }) satisfies Record<string, Prisma.Sql>

export type MembershipInvariant = { name: string; broken: number; ids: string[] }

/**
 * Looks at every membership for each invariant: by how many it is broken, and the first of them. Every
 * count is zero while none is being changed. Reads whole tables: for tests and trials.
 */
export async function brokenMemberships(db: DbOrTx, now: Date): Promise<MembershipInvariant[]> {
  const found: MembershipInvariant[] = []
  for (const [name, condition] of Object.entries(conditionsAt(now))) {
    const rows = await db.$queryRaw<{ id: string; total: number }[]>`
      select s.id, (count(*) over ())::int as total from subscriptions s
      where ${condition} order by s.id limit ${named}`
    found.push({ name, broken: rows[0]?.total ?? 0, ids: rows.map(({ id }) => id) })
  }
  return found
}
