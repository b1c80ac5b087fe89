import type { DbOrTx } from '@archway/db/client'
import type { TaxReportInput } from '../schema'
import type { TaxReason } from '../states'

/** What documents of a time say of one country and rate, in one currency; credit notes are taken off. */
export type TaxReportRow = {
  /** whose tax it is; where none is charged, where the buyer is */
  country: string | null
  reason: TaxReason | null
  name: string | null
  rateBps: number | null
  currency: string
  documents: number
  netMinor: bigint
  taxMinor: bigint
}

/** Tax of a currency by the documents of a time, and what the ledger owes of the same time. */
export type TaxReportSum = {
  currency: string
  netMinor: bigint
  taxMinor: bigint
  ledgerMinor: bigint
}

/**
 * The tax of a time by country, rate and currency, from the documents that were issued in it, and per
 * currency beside what the ledger posted to the account of tax in the same time. The two are the same
 * but for payments that are settled in another currency than they were ordered in.
 */
export async function getTaxReport(
  db: DbOrTx,
  livemode: boolean,
  { from, to }: TaxReportInput,
): Promise<{ rows: TaxReportRow[]; sums: TaxReportSum[] }> {
  const rows = await db.$queryRaw<TaxReportRow[]>`
    select coalesce(l ->> 'taxCountry', d.buyer ->> 'country') as country,
      l ->> 'taxReason' as reason, l ->> 'taxName' as name, (l ->> 'taxRateBps')::int as "rateBps",
      d.currency, count(distinct d.id)::int as documents,
      sum(case d.kind when 'invoice' then 1 else -1 end * (l ->> 'netMinor')::bigint)::bigint as "netMinor",
      sum(case d.kind when 'invoice' then 1 else -1 end * (l ->> 'taxMinor')::bigint)::bigint as "taxMinor"
    from documents d cross join lateral jsonb_array_elements(d.lines) l
    where d.livemode = ${livemode} and d.issued_at >= ${from} and d.issued_at < ${to}
    group by 1, 2, 3, 4, 5 order by 5, 1 nulls last, 4 desc nulls last, 2`
  const owed = await db.$queryRaw<{ currency: string; amount: bigint }[]>`
    select e.currency, -sum(e.amount_minor)::bigint as amount
    from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
    where e.account = 'tax_payable' and t.livemode = ${livemode}
      and t.posted_at >= ${from} and t.posted_at < ${to}
    group by 1`
  const sums = new Map<string, TaxReportSum>()
  const sumOf = (currency: string): TaxReportSum =>
    sums.get(currency) ?? { currency, netMinor: 0n, taxMinor: 0n, ledgerMinor: 0n }
  for (const { currency, netMinor, taxMinor } of rows) {
    const sum = sumOf(currency)
    sums.set(currency, {
      ...sum,
      netMinor: sum.netMinor + netMinor,
      taxMinor: sum.taxMinor + taxMinor,
    })
  }
  for (const { currency, amount } of owed) {
    sums.set(currency, { ...sumOf(currency), ledgerMinor: amount })
  }
  return { rows, sums: [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1)) }
}
