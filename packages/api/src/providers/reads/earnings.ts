import type { DbOrTx } from '@archway/db/client'
import { getLedgerStatement } from '../../payments/reads/ledger-statement'
import { payableEntries } from '../../payouts/reads/payable'
import type { EarningsStatementInput } from '../schema'

/** What a provider has earned in a currency, in minor units; parts that are taken back are negative. */
export type Earnings = {
  providerId: string
  provider: string
  currency: string
  /** its share of what was sold, and what of it refunds and lost disputes have taken back */
  soldMinor: bigint
  takenBackMinor: bigint
  /** what has gone to its account, less what was reversed of it */
  paidOutMinor: bigint
  /** what is owed: earned and not paid out; some of it may still have to be given back */
  owedMinor: bigint
  heldMinor: bigint
  /** in a payout that is being sent */
  underWayMinor: bigint
  /** what the next payout starts from; a debt is negative */
  availableMinor: bigint
}

/**
 * What providers are owed, by the ledger: all of them, or some. Held is what may still have to be given
 * back (`payableEntries` says what that is); what is neither that nor in a payout is available. Paid out, under way, held and available together are what was sold less what was taken
 * back, to the unit.
 */
export async function listEarnings(
  db: DbOrTx,
  livemode: boolean,
  providerIds: readonly string[] | null,
  now: Date,
): Promise<Earnings[]> {
  return await db.$queryRaw<Earnings[]>`
    with ${payableEntries(livemode, providerIds, now)}, standing as (
      select *, kind in ('transfer', 'transfer_reversal') as is_payment,
        case when kind = 'transfer' or payout_state in ('sent', 'paid', 'failed') then 'settled'
          when payout_state = 'due' then 'under-way'
          when is_held then 'held' else 'available' end as place
      from entries
    )
    select e.owner_id as "providerId", v.name as provider, e.currency,
      coalesce(sum(amount) filter (where e.kind = 'charge'), 0)::bigint as "soldMinor",
      coalesce(sum(amount) filter (where e.kind <> 'charge' and not is_payment), 0)::bigint
        as "takenBackMinor",
      coalesce(-sum(amount) filter (where is_payment), 0)::bigint as "paidOutMinor",
      sum(amount)::bigint as "owedMinor",
      coalesce(sum(amount) filter (where place = 'held'), 0)::bigint as "heldMinor",
      coalesce(sum(amount) filter (where place = 'under-way'), 0)::bigint as "underWayMinor",
      coalesce(sum(amount) filter (where place = 'available'), 0)::bigint as "availableMinor"
    from standing e join providers v on v.id = e.owner_id
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
