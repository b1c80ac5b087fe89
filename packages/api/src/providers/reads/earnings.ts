import type { DbOrTx } from '@archway/db/client'
import { getLedgerStatement } from '../../payments/reads/ledger-statement'
import type { EarningsStatementInput } from '../schema'

/** What a provider has earned in a currency, in minor units; parts that are taken back are negative. */
export type Earnings = {
  providerId: string
  provider: string
  currency: string
  /** its share of what was sold, and what of it refunds and lost disputes have taken back */
  soldMinor: bigint
  takenBackMinor: bigint
  /** both together: what is owed; some of it may still have to be given back */
  owedMinor: bigint
  heldMinor: bigint
  availableMinor: bigint
}

/**
 * What providers are owed, by the ledger: all of them, or some. Held is what comes of orders whose
 * refund promise still runs or about whose payment a bank is deciding; the rest is available. Both
 * together are what is owed, to the unit.
 */
export async function listEarnings(
  db: DbOrTx,
  livemode: boolean,
  providerIds: readonly string[] | null,
  now: Date,
): Promise<Earnings[]> {
  return await db.$queryRaw<Earnings[]>`
    with promised as (
      select l.order_id, l.provider_id,
        max(o.paid_at + make_interval(days => (l.refund_promise ->> 'days')::int)) as until
      from order_lines l join orders o on o.id = l.order_id
      where o.paid_at is not null and l.amount_minor > 0
      group by 1, 2
    ), entries as (
      select e.owner_id, e.currency, -e.amount_minor as amount, t.kind = 'charge' as is_sale,
        coalesce(o.status = 'disputed' or p.until > ${now}, false) as is_held
      from ledger_entries e
      join ledger_transactions t on t.id = e.transaction_id
      left join orders o on o.id = t.order_id
      left join promised p on p.order_id = t.order_id and p.provider_id = e.owner_id
      where e.account = 'provider_payable' and t.livemode = ${livemode}
        and (${providerIds}::uuid[] is null or e.owner_id = any (${providerIds}::uuid[]))
    )
    select e.owner_id as "providerId", v.name as provider, e.currency,
      coalesce(sum(amount) filter (where is_sale), 0)::bigint as "soldMinor",
      coalesce(sum(amount) filter (where not is_sale), 0)::bigint as "takenBackMinor",
      sum(amount)::bigint as "owedMinor",
      coalesce(sum(amount) filter (where is_held), 0)::bigint as "heldMinor",
      coalesce(sum(amount) filter (where not is_held), 0)::bigint as "availableMinor"
    from entries e join providers v on v.id = e.owner_id
    group by 1, 2, 3 order by 2, 3, 1`
}

/**
 * A provider's statement of a time: what was owed before, each sale and each part taken back with the
 * titles that it was about, and what is owed in the end. Amounts owed to the provider are positive. It
 * names orders by their number and nobody who bought.
 */
export async function getEarningsStatement(
  db: DbOrTx,
  livemode: boolean,
  { providerId, ...input }: EarningsStatementInput,
) {
  const statement = await getLedgerStatement(db, livemode, {
    ...input,
    account: 'provider_payable',
    ownerId: providerId,
  })
  const lines = await db.orderLine.findMany({
    where: { providerId, orderId: { in: statement.rows.flatMap((row) => row.orderId ?? []) } },
    orderBy: { position: 'asc' },
    select: { orderId: true, title: true },
  })
  return {
    openingMinor: -statement.openingMinor,
    closingMinor: -statement.closingMinor,
    rows: statement.rows.map(({ id, kind, occurredAt, orderId, orderNumber, ...row }) => ({
      id,
      kind,
      occurredAt,
      orderNumber,
      titles: lines.filter((line) => line.orderId === orderId).map(({ title }) => title),
      amountMinor: -row.amountMinor,
      balanceMinor: -row.balanceMinor,
    })),
    total: statement.total,
    page: statement.page,
    pageSize: statement.pageSize,
  }
}
