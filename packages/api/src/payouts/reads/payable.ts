import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import type { PayableEntry } from '../rules/plan-payout'

/** Refunds and disputes in these states have come to an end. */
const settledRefunds = Prisma.sql`('succeeded', 'failed', 'canceled')`
const settledDisputes = Prisma.sql`('won', 'lost', 'warning_closed', 'prevented')`

/** A right of withdrawal ends with a day and never at a weekend, so up to this much after its days. */
const withdrawalSlackDays = 4

/**
 * Every entry of what providers are owed: whose, how much (positive: owed to the provider), from which kind
 * of posting, whether it is held back, and the payout that it is in.
 *
 * Held is what comes of an order that may still be given back, or that is being: its refund promise or right
 * of withdrawal runs, a bank asks about its payment or decides about it, a refund was asked for or is under
 * way, the ledger does not have it yet, a person has to look at the order (a refund that failed among the
 * reasons), or its money is to go back because it was a duplicate or had been cancelled. That holds as long
 * as the order still adds to what would be paid: once more has been taken back of it than waits, what was
 * taken counts at once, so that a payout is never more than is owed.
 */
export const payableEntries = (
  livemode: boolean,
  providerIds: readonly string[] | null,
  now: Date,
): Prisma.Sql => Prisma.sql`
  promised as (
    select l.order_id, l.provider_id, max(o.paid_at + make_interval(days => greatest(
        (l.refund_promise ->> 'days')::int,
        case when o.waived_at is null
          then (l.refund_promise ->> 'withdrawalDays')::int + ${withdrawalSlackDays}::int end))) as until
    from order_lines l join orders o on o.id = l.order_id
    where o.paid_at is not null and l.amount_minor > 0
    group by 1, 2
  ), contested as (
    select r.order_id from stripe_refunds r
    where r.status not in ${settledRefunds} or (r.status = 'succeeded' and not exists (
      select 1 from ledger_transactions t where t.kind = 'refund' and t.external_id = r.id))
    union select c.order_id from stripe_commands c
    where c.kind = 'refund' and c.state in ('pending', 'sent', 'unknown')
    union select d.order_id from stripe_disputes d where d.status not in ${settledDisputes}
  ), owed as (
    select e.id, e.owner_id, e.currency, -e.amount_minor as amount, t.kind::text as kind, t.occurred_at,
      t.order_id, y.id as payout_id, y.state::text as payout_state,
      coalesce(o.status in ('disputed', 'duplicate', 'cancelled') or o.review is not null
        or c.order_id is not null or p.until > ${now}, false) as is_unsure
    from ledger_entries e
    join ledger_transactions t on t.id = e.transaction_id
    left join orders o on o.id = t.order_id
    left join contested c on c.order_id = t.order_id
    left join promised p on p.order_id = t.order_id and p.provider_id = e.owner_id
    left join payout_lines l on l.ledger_entry_id = e.id
    left join payouts y on y.id = l.payout_id
    where e.account = 'provider_payable' and t.livemode = ${livemode}
      and (${providerIds}::uuid[] is null or e.owner_id = any (${providerIds}::uuid[]))
  ), entries as (
    select *, is_unsure and 0 < coalesce(
      sum(amount) filter (where payout_id is null or payout_state = 'blocked')
        over (partition by owner_id, currency, order_id), 0) as is_held
    from owed
  )`

export type Payable = {
  providerId: string
  provider: string
  currency: string
  entries: PayableEntry[]
}

type Row = Omit<Payable, 'entries'> & PayableEntry

/**
 * What may go into a payout, by provider and currency: entries in none, and those of payouts that are
 * blocked, which are planned anew. Transfers are what a payout became, not part of one.
 */
export async function listPayable(
  db: DbOrTx,
  livemode: boolean,
  providerIds: readonly string[] | null,
  now: Date,
): Promise<Payable[]> {
  const rows = await db.$queryRaw<Row[]>`
    with ${payableEntries(livemode, providerIds, now)}
    select e.id, e.owner_id as "providerId", v.name as provider, e.currency,
      e.amount as "amountMinor", e.is_held as "isHeld", e.occurred_at as "occurredAt"
    from entries e join providers v on v.id = e.owner_id
    where e.kind <> 'transfer' and (e.payout_id is null or e.payout_state = 'blocked')
    order by v.name, e.owner_id, e.currency, e.id`
  const groups = new Map<string, Payable>()
  for (const { providerId, provider, currency, ...entry } of rows) {
    const key = `${providerId} ${currency}`
    const group = groups.get(key) ?? { providerId, provider, currency, entries: [] }
    group.entries.push(entry)
    groups.set(key, group)
  }
  return [...groups.values()]
}
