import { Prisma } from '@archway/db/generated/client'

const unpaidPatienceMs = 30 * 60_000
/** longer than any bank takes */
const underwayPatienceMs = 14 * 86_400_000

const standsPaid = Prisma.sql`o.status in ('paid', 'partially_refunded')`

/**
 * Conditions on `orders o` that hold for no order when all is well. Whether money and access belong
 * together is asked of the stored rows alone, not of the rules that wrote them.
 */
export const oddOrders = {
  /**
   * A paid line never gave access, and was not given back either. What staff took back gave it once; what a
   * guest bought gives it once it is claimed.
   */
  unserved: Prisma.sql`${standsPaid} and o.review is null and o.user_id is not null and exists (
    select 1 from order_lines l where l.order_id = o.id
      and not exists (select 1 from access_grants g
        where g.source_type = 'order_line' and g.source_id = l.id)
      and (l.amount_minor = 0 or l.amount_minor > (
        select coalesce(sum(a.amount_minor), 0) from refund_allocations a
        join stripe_refunds r on r.id = a.refund_id
        where a.order_line_id = l.id and r.status not in ('failed', 'canceled'))))`,

  /** Access is open although the order does not stand: given back, charged back, or never paid. */
  unpaid: Prisma.sql`not (${standsPaid}) and exists (
    select 1 from order_lines l join access_grants g
      on g.source_type = 'order_line' and g.source_id = l.id and g.state = 'active'
    where l.order_id = o.id)`,

  /** What is invoiced and not credited is not what was paid and not given back. */
  uninvoiced: Prisma.sql`${standsPaid} and o.total_minor > 0 and o.total_minor <>
    coalesce((select sum(case d.kind when 'invoice' then d.total_minor else -d.total_minor end)
      from documents d where d.order_id = o.id), 0)
    + coalesce((select sum(r.amount_minor) from stripe_refunds r
      where r.order_id = o.id and r.status = 'succeeded'), 0)`,

  /** Unpaid long after its time, or under way for longer than any bank takes. */
  stuck: (now: Date) => Prisma.sql`(
    (o.status = 'awaiting_payment' and o.expires_at < ${new Date(now.getTime() - unpaidPatienceMs)})
    or (o.status = 'processing' and o.created_at < ${new Date(now.getTime() - underwayPatienceMs)}))`,
}
