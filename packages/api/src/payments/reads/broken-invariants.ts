import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import { oddOrders } from './odd-orders'

/** How many orders of each kind are named; all are counted. */
const named = 20

const standsPaid = Prisma.sql`o.status in ('paid', 'partially_refunded')`
const counts = Prisma.sql`r.status not in ('failed', 'canceled')`
const givenBack = Prisma.sql`(select coalesce(sum(a.amount_minor), 0) from refund_allocations a
  join stripe_refunds r on r.id = a.refund_id where a.order_line_id = l.id and ${counts})`

/**
 * Neither of the orders `o` and `p` was ever given back or disputed in vain: what came back to the buyer
 * that way may have been bought again meanwhile, honestly, and a person is told to look at it.
 */
const isUntroubled = Prisma.sql`not exists (select 1 from stripe_refunds f
    where f.order_id in (o.id, p.id) and f.status in ('failed', 'canceled'))
  and not exists (select 1 from stripe_disputes d where d.order_id in (o.id, p.id))`

/**
 * Money for what is no sale, which came back when it was returned to its payer: it has no invoice, the
 * ledger holds it as it came in, and a person is told to return it in another way.
 */
const waitsForAPerson = Prisma.sql`o.status in ('duplicate', 'cancelled') and o.review is not null`

/**
 * What must hold for every order at rest, each as the condition on `orders o` that breaks it. They are
 * written from the stored rows alone, apart from the rules that wrote those.
 */
const conditions = {
  'Paid opens what was bought': oddOrders.unserved,
  'Only what is paid is open': oddOrders.unpaid,
  'Unclaimed opens nothing': Prisma.sql`o.user_id is null and exists (
    select 1 from order_lines l join access_grants g
      on g.source_type = 'order_line' and g.source_id = l.id
    where l.order_id = o.id)`,
  'What a guest paid for can be claimed': Prisma.sql`${standsPaid} and o.user_id is null and not exists (
    select 1 from order_claim_tokens t where t.order_id = o.id)`,
  'Open belongs to who claimed it': Prisma.sql`exists (
    select 1 from order_lines l join access_grants g
      on g.source_type = 'order_line' and g.source_id = l.id
    where l.order_id = o.id and g.user_id <> o.user_id)`,
  'A program opens its courses': Prisma.sql`exists (
    select 1 from order_lines l
    join access_grants g on g.source_type = 'order_line' and g.source_id = l.id
      and g.offering_id = l.offering_id and g.state = 'active'
    join program_courses p on p.program_id = l.offering_id
    where l.order_id = o.id and not exists (
      select 1 from access_grants c where c.source_type = 'order_line' and c.source_id = l.id
        and c.offering_id = p.course_id and c.state = 'active'))`,
  'Open is enrolled': Prisma.sql`exists (
    select 1 from order_lines l
    join access_grants g on g.source_type = 'order_line' and g.source_id = l.id and g.state = 'active'
    where l.order_id = o.id and not exists (
      select 1 from enrolments e where e.user_id = g.user_id and e.offering_id = g.offering_id))`,
  'Nothing is sold twice to one person': Prisma.sql`${standsPaid} and exists (
    select 1 from order_lines l where l.order_id = o.id and l.purpose = 'access'
      and ${givenBack} < l.amount_minor and exists (
      select 1 from order_lines m join orders p on p.id = m.order_id
      where p.user_id = o.user_id and m.offering_id = l.offering_id and m.id <> l.id and m.purpose = 'access'
        and o.subscription_id is null
        and p.status in ('paid', 'partially_refunded') and ${isUntroubled} and m.amount_minor > (
          select coalesce(sum(a.amount_minor), 0) from refund_allocations a
          join stripe_refunds r on r.id = a.refund_id
          where a.order_line_id = m.id and ${counts})))`,
  'Seats are never more than were paid for': Prisma.sql`exists (
    select 1 from order_lines l join seat_pools p on p.order_line_id = l.id
    where l.order_id = o.id and (p.quantity <> l.quantity
      or (select count(*) from seat_assignments a
        where a.pool_id = p.id and a.state <> 'released') > p.quantity))`,
  'A claimed seat is open as its pack is': Prisma.sql`exists (
    select 1 from order_lines l join seat_pools p on p.order_line_id = l.id
    join seat_assignments a on a.pool_id = p.id and a.state = 'claimed'
    where l.order_id = o.id and not exists (
      select 1 from access_grants g where g.source_type = 'seat' and g.source_id = a.id
        and g.user_id = a.user_id and (g.state::text = p.state::text or g.state_reason = 'revoked-by-staff')))`,
  'A claimed gift is open as it stands': Prisma.sql`exists (
    select 1 from order_lines l join gifts f on f.order_line_id = l.id
    where l.order_id = o.id and f.state = 'claimed' and not exists (
      select 1 from access_grants g where g.source_type = 'gift' and g.source_id = f.id
        and g.user_id = f.claimed_by_id
        and (g.state::text = f.standing::text or g.state_reason = 'revoked-by-staff')))`,
  'Nobody gets back more than they paid': Prisma.sql`
    (select coalesce(sum(r.amount_minor), 0) from stripe_refunds r
      where r.order_id = o.id and ${counts})
    > (select coalesce(sum(c.amount_minor), 0) from stripe_charges c
      where c.order_id = o.id and c.status = 'succeeded')`,
  'Paid has a payment of its total': Prisma.sql`${standsPaid} and o.total_minor > 0 and not exists (
    select 1 from stripe_charges c where c.order_id = o.id and c.status = 'succeeded'
      and c.amount_minor = o.total_minor and c.currency = o.currency)`,
  'Nothing to pay is settled by a free payment': Prisma.sql`
    (${standsPaid} and o.total_minor = 0)
    <> exists (select 1 from free_payments f where f.order_id = o.id)`,
  'Coupons and what was paid for courses explain the discount': Prisma.sql`o.discount_minor <> (
    select coalesce(sum(c.amount_minor), 0) from coupon_redemptions c where c.order_id = o.id)
    + (select coalesce(sum(u.amount_minor), 0) from upgrade_credits u where u.order_id = o.id)`,
  'Coupons stand as their order does': Prisma.sql`exists (
    select 1 from coupon_redemptions c where c.order_id = o.id
      and ((c.state = 'reserved') <> (o.status in ('awaiting_payment', 'processing'))
        or (c.state <> 'redeemed' and ${standsPaid})))`,
  'Coupons are counted as they are used': Prisma.sql`exists (
    select 1 from coupon_redemptions u join coupons c on c.id = u.coupon_id
    where u.order_id = o.id and (c.reserved_count, c.redeemed_count) <> (
      select count(*) filter (where r.state = 'reserved'), count(*) filter (where r.state = 'redeemed')
      from coupon_redemptions r where r.coupon_id = c.id and not r.is_over_limit))`,
  'Money that came in is in the ledger': Prisma.sql`exists (
    select 1 from stripe_charges c where c.order_id = o.id and c.status = 'succeeded' and not exists (
      select 1 from ledger_transactions t where t.kind = 'charge' and t.external_id = c.id))`,
  'Paid and kept is what is invoiced': oddOrders.uninvoiced,
  'Tax that is invoiced is tax that is owed': Prisma.sql`
    not exists (select 1 from stripe_disputes d where d.order_id = o.id)
    and not (${waitsForAPerson})
    and not exists (select 1 from stripe_refunds r
      where r.order_id = o.id and r.status in ('pending', 'requires_action'))
    and not exists (select 1 from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
      where t.order_id = o.id and e.currency <> o.currency)
    and coalesce((select sum(case d.kind when 'invoice' then d.tax_minor else -d.tax_minor end)
      from documents d where d.order_id = o.id), 0)
    <> coalesce((select -sum(e.amount_minor) from ledger_transactions t
      join ledger_entries e on e.transaction_id = t.id
      where t.order_id = o.id and e.account = 'tax_payable'), 0)`,
  'What is no sale is owed to nobody but its payer': Prisma.sql`
    o.status in ('duplicate', 'cancelled')
    and not exists (select 1 from stripe_disputes d where d.order_id = o.id)
    and exists (select 1 from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
      where t.order_id = o.id and e.account in ('provider_payable', 'tax_payable'))`,
  'Without a sale there is no document': Prisma.sql`
    o.status in ('duplicate', 'cancelled', 'awaiting_payment', 'expired', 'payment_failed')
    and exists (select 1 from documents d where d.order_id = o.id)`,
  'Numbers of documents have no gap': Prisma.sql`exists (
    select 1 from documents d where d.order_id = o.id and d.number > 1 and not exists (
      select 1 from documents e where e.legal_entity_id = d.legal_entity_id and e.kind = d.kind
        and e.livemode = d.livemode and e.number = d.number - 1))`,
  'Paid has its receipt': Prisma.sql`o.status = 'paid' and not exists (
    select 1 from mail_messages m where m.key = 'order-receipt:' || o.id)`,
  'What is paid out is in the ledger': Prisma.sql`exists (
    select 1 from ledger_transactions t
    join ledger_entries e on e.transaction_id = t.id
    join payout_lines l on l.ledger_entry_id = e.id
    join payouts p on p.id = l.payout_id
    where t.order_id = o.id and p.stripe_transfer_id is not null and p.amount_minor <> (
      select coalesce(sum(x.amount_minor), 0) from ledger_transactions y
      join ledger_entries x on x.transaction_id = y.id and x.account = 'provider_payable'
      where y.kind = 'transfer' and y.external_id = p.stripe_transfer_id))`,
  'Every transaction balances': Prisma.sql`exists (
    select 1 from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
    where t.order_id = o.id group by t.id, e.currency having sum(e.amount_minor) <> 0)`,
} as const satisfies Record<string, Prisma.Sql>

export type Invariant = { name: string; broken: number; orders: number[] }

/**
 * Looks at every order for each invariant: by how many it is broken, and the numbers of the first of
 * them. Every count is zero while no order is being changed. Reads whole tables: for tests and trials.
 */
export async function brokenInvariants(db: DbOrTx): Promise<Invariant[]> {
  const found: Invariant[] = []
  for (const [name, condition] of Object.entries(conditions)) {
    const rows = await db.$queryRaw<{ number: number; total: number }[]>`
      select o.number, (count(*) over ())::int as total from orders o
      where ${condition} order by o.number limit ${named}`
    found.push({ name, broken: rows[0]?.total ?? 0, orders: rows.map(({ number }) => number) })
  }
  return found
}
