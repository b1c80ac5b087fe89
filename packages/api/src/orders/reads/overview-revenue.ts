import type { DbOrTx } from '@archway/db/client'
import type { OverviewSpan } from '../rules/overview-period'

export type Revenue = {
  currency: string
  /** what buyers paid, minor units */
  grossMinor: bigint
  /** less what was given back and what disputes took, on the day it happened */
  netMinor: bigint
  previousGrossMinor: bigint
  previousNetMinor: bigint
  days: { day: string; grossMinor: bigint; netMinor: bigint }[]
}

type Row = {
  day: string
  isNow: boolean
  currency: string
  gross: bigint
  net: bigint
  payments: bigint
}

/**
 * Money of the period and the one before per currency, from Stripe's facts about orders that were
 * paid. Payments that fit no order are left out: they are not revenue. The currency of most payments
 * comes first.
 */
export async function getRevenue(
  db: DbOrTx,
  { previousStart, start, end, timeZone }: OverviewSpan,
  days: readonly string[],
): Promise<Revenue[]> {
  const rows = await db.$queryRaw<Row[]>`
    with movements as (
      select c.order_id, c.created_at as at, c.currency, c.amount_minor as gross,
        c.amount_minor as net, 1 as payments
        from stripe_charges c where c.status = 'succeeded'
      union all
      select r.order_id, r.created_at, r.currency, 0, -r.amount_minor, 0
        from stripe_refunds r where r.status in ('pending', 'requires_action', 'succeeded')
      union all
      select d.order_id, d.updated_at, d.currency, 0, -d.amount_minor, 0
        from stripe_disputes d where d.status = 'lost'
    )
    select to_char(m.at at time zone ${timeZone}, 'YYYY-MM-DD') as day, m.at >= ${start} as "isNow",
      m.currency, sum(m.gross)::bigint as gross, sum(m.net)::bigint as net,
      sum(m.payments) as payments
    from movements m join orders o on o.id = m.order_id
    where o.paid_at is not null and m.at >= ${previousStart} and m.at < ${end}
    group by 1, 2, 3`
  const currencies = [...new Set(rows.map((row) => row.currency))]
  return currencies
    .map((currency) => {
      const own = rows.filter((row) => row.currency === currency)
      const byDay = new Map(own.filter((row) => row.isNow).map((row) => [row.day, row]))
      const sum = (isNow: boolean, key: 'gross' | 'net') =>
        own.filter((row) => row.isNow === isNow).reduce((total, row) => total + row[key], 0n)
      return {
        currency,
        grossMinor: sum(true, 'gross'),
        netMinor: sum(true, 'net'),
        previousGrossMinor: sum(false, 'gross'),
        previousNetMinor: sum(false, 'net'),
        days: days.map((day) => ({
          day,
          grossMinor: byDay.get(day)?.gross ?? 0n,
          netMinor: byDay.get(day)?.net ?? 0n,
        })),
        payments: own.reduce((total, row) => total + Number(row.payments), 0),
      }
    })
    .sort((a, b) => b.payments - a.payments || a.currency.localeCompare(b.currency))
    .map(({ payments: _, ...revenue }) => revenue)
}

export type OwnShare = { currency: string; amountMinor: bigint; previousMinor: bigint }

/**
 * What the platform kept according to the ledger, per settlement currency: its share of sales less
 * Stripe's fees and what disputes cost it.
 */
export async function getOwnShare(
  db: DbOrTx,
  { previousStart, start, end }: OverviewSpan,
): Promise<OwnShare[]> {
  return await db.$queryRaw<OwnShare[]>`
    select e.currency,
      coalesce(-sum(e.amount_minor) filter (where t.occurred_at >= ${start}), 0)::bigint
        as "amountMinor",
      coalesce(-sum(e.amount_minor) filter (where t.occurred_at < ${start}), 0)::bigint
        as "previousMinor"
    from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
    where t.occurred_at >= ${previousStart} and t.occurred_at < ${end}
      and e.account in ('platform_revenue', 'processor_fees', 'dispute_fees', 'dispute_losses')
    group by e.currency order by e.currency`
}
