import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import { offsetOf } from '../../shared/pagination'
import type { JournalAccount } from '../rules/journal'
import type { LedgerStatementInput } from '../schema'

/** The accounts that the ledger has, each with its currency and, where it has one, its provider. */
export const listLedgerAccounts = (db: DbOrTx, livemode: boolean) =>
  db.$queryRaw<
    { account: JournalAccount; ownerId: string | null; owner: string | null; currency: string }[]
  >`
    select distinct e.account::text as account, e.owner_id as "ownerId", p.name as owner, e.currency
    from ledger_entries e
    join ledger_transactions t on t.id = e.transaction_id
    left join providers p on p.id = e.owner_id
    where t.livemode = ${livemode} order by 1, 4, 3`

type Row = {
  id: bigint
  transactionId: string
  kind: string
  externalId: string
  occurredAt: Date
  orderId: string | null
  orderNumber: number | null
  owner: string | null
  amountMinor: bigint
  /** of the account after this entry */
  balanceMinor: bigint
}

/**
 * The statement of an account over a time: what stood there before, every entry with what stands
 * there after it, and what stands there in the end. Debits are positive. Without an owner it is the
 * account of all of them. A page shows part of the entries; the balances are those of all.
 */
export async function getLedgerStatement(
  db: DbOrTx,
  livemode: boolean,
  input: LedgerStatementInput,
) {
  const { account, ownerId, currency, from, to } = input
  const entries = Prisma.sql`
    from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
    where t.livemode = ${livemode} and e.account = ${account}::ledger_account
      and e.currency = ${currency}
      and (${ownerId ?? null}::uuid is null or e.owner_id = ${ownerId ?? null}::uuid)`
  const inPeriod = Prisma.sql`t.occurred_at >= ${from} and t.occurred_at < ${to}`
  const [[sums], rows] = await Promise.all([
    db.$queryRaw<
      { openingMinor: bigint; debitMinor: bigint; creditMinor: bigint; total: number }[]
    >`
      select coalesce(sum(e.amount_minor) filter (where t.occurred_at < ${from}), 0)::bigint
          as "openingMinor",
        coalesce(sum(e.amount_minor) filter (where ${inPeriod} and e.amount_minor > 0), 0)::bigint
          as "debitMinor",
        coalesce(sum(e.amount_minor) filter (where ${inPeriod} and e.amount_minor < 0), 0)::bigint
          as "creditMinor",
        (count(*) filter (where ${inPeriod}))::int as total ${entries}`,
    db.$queryRaw<Row[]>`
      select s.*, o.number as "orderNumber", p.name as owner from (
        select e.id, t.id as "transactionId", t.kind::text as kind, t.external_id as "externalId",
          t.occurred_at as "occurredAt", t.order_id as "orderId", e.owner_id,
          e.amount_minor as "amountMinor",
          (sum(e.amount_minor) over (order by t.occurred_at, e.id))::bigint as "balanceMinor"
        ${entries} and ${inPeriod}
      ) s
      left join orders o on o.id = s."orderId"
      left join providers p on p.id = s.owner_id
      order by s."occurredAt", s.id limit ${input.pageSize} offset ${offsetOf(input)}`,
  ])
  const { openingMinor, debitMinor, creditMinor, total } = sums ?? {
    openingMinor: 0n,
    debitMinor: 0n,
    creditMinor: 0n,
    total: 0,
  }
  return {
    openingMinor,
    debitMinor,
    creditMinor: -creditMinor,
    closingMinor: openingMinor + debitMinor + creditMinor,
    rows: rows.map((row) => ({ ...row, balanceMinor: openingMinor + row.balanceMinor })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}
