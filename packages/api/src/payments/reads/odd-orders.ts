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
   * guest bought gives it once it is claimed; what an invoice of a membership pays for, the membership opens.
   */
  unserved: Prisma.sql`${standsPaid} and o.review is null and o.user_id is not null
    and o.subscription_id is null and exists (
    select 1 from order_lines l where l.order_id = o.id
      and not case l.purpose
        when 'access' then exists (select 1 from access_grants g
          where g.source_type = 'order_line' and g.source_id = l.id)
        when 'seats' then exists (select 1 from seat_pools p where p.order_line_id = l.id)
        when 'gift' then exists (select 1 from gifts g where g.order_line_id = l.id)
        else exists (select 1 from exam_vouchers v where v.order_line_id = l.id) end
      and (l.amount_minor = 0 or l.amount_minor > (
        select coalesce(sum(a.amount_minor), 0) from refund_allocations a
        join stripe_refunds r on r.id = a.refund_id
        where a.order_line_id = l.id and r.status not in ('failed', 'canceled'))))`,

  /**
   * Access is open although the order does not stand: given back, charged back, or never paid. Access by
   * a seat or a gift counts, and so does what could still be taken or used.
   */
  unpaid: Prisma.sql`not (${standsPaid}) and exists (
    select 1 from order_lines l
    left join seat_pools p on p.order_line_id = l.id
    left join gifts f on f.order_line_id = l.id
    left join exam_vouchers v on v.order_line_id = l.id
    where l.order_id = o.id and (p.state = 'active' or f.standing = 'active'
      or v.state in ('available', 'reserved') or exists (
        select 1 from access_grants g where g.state = 'active' and (
          (g.source_type = 'order_line' and g.source_id = l.id)
          or (g.source_type = 'gift' and g.source_id = f.id)
          or (g.source_type = 'seat' and g.source_id in (
            select a.id from seat_assignments a where a.pool_id = p.id))))))`,

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
