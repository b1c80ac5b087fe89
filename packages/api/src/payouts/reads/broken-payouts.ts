import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import { listEarnings } from '../../providers/reads/earnings'

/** How many payouts of each kind are named; all are counted. */
const named = 20

const wasSent = Prisma.sql`p.state in ('sent', 'paid', 'failed')`

/** What the ledger moved for a payout by one kind of posting, as the provider sees it. */
const moved = (kind: 'transfer' | 'transfer_reversal') => Prisma.sql`(
  select coalesce(sum(abs(e.amount_minor)), 0) from ledger_transactions t
  join ledger_entries e on e.transaction_id = t.id and e.account = 'provider_payable'
  where t.payout_id = p.id and t.kind::text = ${kind} and e.owner_id = p.provider_id
    and e.currency = p.currency)`

/**
 * What must hold for every payout at rest, each as the condition on `payouts p` that breaks it. They are
 * written from the stored rows alone, apart from the rules that wrote those.
 */
const conditions = {
  'A payout is the sum of its parts': Prisma.sql`p.state <> 'cancelled' and p.amount_minor <> (
    select coalesce(sum(-e.amount_minor), 0) from payout_lines l
    join ledger_entries e on e.id = l.ledger_entry_id
    where l.payout_id = p.id and e.owner_id = p.provider_id and e.currency = p.currency)`,
  'A payout is transferred once, or never': Prisma.sql`(
    select count(*) from ledger_transactions t where t.payout_id = p.id and t.kind = 'transfer')
    <> case when ${wasSent} then 1 else 0 end`,
  'What was transferred is the payout': Prisma.sql`
    ${wasSent} and ${moved('transfer')} <> p.amount_minor`,
  'What was taken back of a payout came back': Prisma.sql`
    ${moved('transfer_reversal')} <> p.reversed_minor`,
  'A payout goes to its own provider': Prisma.sql`exists (
    select 1 from provider_accounts a where a.id = p.account_id and a.provider_id <> p.provider_id)`,
  'No payout stays on its way': Prisma.sql`p.state = 'due'`,
} as const satisfies Record<string, Prisma.Sql>

export type PayoutInvariant = { name: string; broken: number; ids: string[] }

/**
 * Looks at every payout for each invariant, and at what every provider has earned: by how many it is broken,
 * and the first of them. Every count is zero while none is being changed. Reads whole tables: for tests and
 * trials.
 */
export async function brokenPayouts(
  db: DbOrTx,
  livemode: boolean,
  now: Date,
): Promise<PayoutInvariant[]> {
  const found: PayoutInvariant[] = []
  for (const [name, condition] of Object.entries(conditions)) {
    const rows = await db.$queryRaw<{ id: string; total: number }[]>`
      select p.id, (count(*) over ())::int as total from payouts p
      where ${condition} order by p.id limit ${named}`
    found.push({ name, broken: rows[0]?.total ?? 0, ids: rows.map(({ id }) => id) })
  }
  const earnings = await listEarnings(db, livemode, null, now)
  const odd = earnings.filter(
    (row) =>
      row.soldMinor + row.takenBackMinor !== row.paidOutMinor + row.owedMinor ||
      row.owedMinor !== row.underWayMinor + row.heldMinor + row.availableMinor,
  )
  return [
    ...found,
    {
      name: 'What was earned is paid out, under way, held or available',
      broken: odd.length,
      ids: odd.map(({ providerId, currency }) => `${providerId} ${currency}`),
    },
  ]
}
