import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import type { PayableEntry } from '../rules/plan-payout'

/**
 * Every entry of what providers are owed: whose, how much (positive: owed to the provider), from which kind
 * of posting, whether it is held back, and the payout that it is in. Held is what comes of orders whose
 * refund promise still runs or about whose payment a bank is deciding.
 */
export const payableEntries = (
  livemode: boolean,
  providerIds: readonly string[] | null,
  now: Date,
): Prisma.Sql => Prisma.sql`
  promised as (
    select l.order_id, l.provider_id,
      max(o.paid_at + make_interval(days => (l.refund_promise ->> 'days')::int)) as until
    from order_lines l join orders o on o.id = l.order_id
    where o.paid_at is not null and l.amount_minor > 0
    group by 1, 2
  ), entries as (
    select e.id, e.owner_id, e.currency, -e.amount_minor as amount, t.kind::text as kind, t.occurred_at,
      coalesce(o.status = 'disputed' or p.until > ${now}, false) as is_held,
      y.id as payout_id, y.state::text as payout_state
    from ledger_entries e
    join ledger_transactions t on t.id = e.transaction_id
    left join orders o on o.id = t.order_id
    left join promised p on p.order_id = t.order_id and p.provider_id = e.owner_id
    left join payout_lines l on l.ledger_entry_id = e.id
    left join payouts y on y.id = l.payout_id
    where e.account = 'provider_payable' and t.livemode = ${livemode}
      and (${providerIds}::uuid[] is null or e.owner_id = any (${providerIds}::uuid[]))
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
