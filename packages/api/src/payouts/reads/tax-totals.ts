import type { DbOrTx } from '@archway/db/client'

/**
 * What a provider was credited and paid in a quarter, by currency: the figures that tax forms ask for, by the
 * quarter as Directive (EU) 2021/514 has platforms report them.
 */
export type TaxTotal = {
  providerId: string
  provider: string
  slug: string
  country: string | null
  /** where Stripe keeps legal name, address and tax number; null without an account */
  accountId: string | null
  hasTaxId: boolean
  year: number
  /** 1 to 4 */
  quarter: number
  currency: string
  sales: number
  soldMinor: bigint
  takenBackMinor: bigint
  paidOutMinor: bigint
}

/** The totals of a year's quarters, UTC, by the ledger: every provider's, or those of some. */
export async function listTaxTotals(
  db: DbOrTx,
  livemode: boolean,
  providerIds: readonly string[] | null,
  year: number,
): Promise<TaxTotal[]> {
  const from = new Date(Date.UTC(year, 0, 1))
  const to = new Date(Date.UTC(year + 1, 0, 1))
  return await db.$queryRaw<TaxTotal[]>`
    select v.id as "providerId", v.name as provider, v.slug, v.country, a.id as "accountId",
      coalesce(a.has_tax_id, false) as "hasTaxId", ${year}::int as year,
      extract(quarter from t.occurred_at at time zone 'UTC')::int as quarter, e.currency,
      (count(*) filter (where t.kind = 'charge'))::int as sales,
      coalesce(-sum(e.amount_minor) filter (where t.kind = 'charge'), 0)::bigint as "soldMinor",
      coalesce(-sum(e.amount_minor) filter (
        where t.kind not in ('charge', 'transfer', 'transfer_reversal')), 0)::bigint as "takenBackMinor",
      coalesce(sum(e.amount_minor) filter (
        where t.kind in ('transfer', 'transfer_reversal')), 0)::bigint as "paidOutMinor"
    from ledger_entries e
    join ledger_transactions t on t.id = e.transaction_id
    join providers v on v.id = e.owner_id
    left join lateral (
      select id, has_tax_id from provider_accounts
      where provider_id = v.id and livemode = ${livemode} order by created_at desc limit 1
    ) a on true
    where e.account = 'provider_payable' and t.livemode = ${livemode}
      and t.occurred_at >= ${from} and t.occurred_at < ${to}
      and (${providerIds}::uuid[] is null or v.id = any (${providerIds}::uuid[]))
    group by v.id, a.id, a.has_tax_id, quarter, e.currency
    order by v.name, v.id, e.currency, quarter`
}
