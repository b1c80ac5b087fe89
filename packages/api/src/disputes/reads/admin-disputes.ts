import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import { offsetOf, type Page } from '../../shared/pagination'
import { daysLeft } from '../rules/deadline'
import { groupOf, statusesOf, waitingStatuses } from '../rules/groups'
import type { AdminDisputesInput, DisputeGroup } from '../schema'

export type AdminDispute = {
  id: string
  status: string
  group: DisputeGroup
  reason: string
  amountMinor: bigint
  currency: string
  evidenceDueBy: Date | null
  /** whole days until the answer is due, while one is asked for */
  daysLeft: number | null
  submissions: number
  createdAt: Date
  order: { id: string; number: number; email: string; name: string | null }
}

const direction = { asc: Prisma.sql`asc`, desc: Prisma.sql`desc` }

/** What waits for us first, each part by its own clock: the nearest deadline, then the newest case. */
const orderings = {
  due: (way) => Prisma.sql`(d.status = any(${waitingStatuses})) desc,
    case when d.status = any(${waitingStatuses}) then d.evidence_due_by end ${way} nulls last,
    d.created_at desc`,
  createdAt: (way) => Prisma.sql`d.created_at ${way}`,
  amount: (way) => Prisma.sql`d.amount_minor ${way}`,
  number: (way) => Prisma.sql`o.number ${way}`,
} satisfies Record<AdminDisputesInput['sort'], (way: Prisma.Sql) => Prisma.Sql>

/** The text as a pattern for `ilike` that finds it anywhere, its own wildcards disarmed. */
const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function conditions({ search, group, reason }: AdminDisputesInput): Prisma.Sql {
  const number = search && /^#?(\d{1,9})$/.exec(search)?.[1]
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(group ? [groupCondition(group)] : []),
      ...(reason ? [Prisma.sql`d.reason = ${reason}`] : []),
      ...(search
        ? [
            Prisma.sql`(d.id = ${search} or d.charge_id = ${search} or o.payment_intent_id = ${search}
              or o.number = ${number ? Number(number) : -1} or o.email ilike ${containing(search)}
              or u.name ilike ${containing(search)})`,
          ]
        : []),
    ],
    ' and ',
  )
}

/** A status that nobody knows yet is for a person to look at: it counts among those in review. */
function groupCondition(group: DisputeGroup): Prisma.Sql {
  const known = statusesOf(group)
  if (group !== 'reviewed') return Prisma.sql`d.status = any(${known})`
  const others = (['waiting', 'won', 'lost', 'closed'] as const).flatMap(statusesOf)
  return Prisma.sql`d.status <> all(${others})`
}

/** Disputes for staff: searched, filtered, sorted and paged by the database. */
export async function listAdminDisputes(
  db: DbOrTx,
  input: AdminDisputesInput,
  now: Date,
): Promise<Page<AdminDispute>> {
  const from = Prisma.sql`stripe_disputes d join orders o on o.id = d.order_id
    left join users u on u.id = o.user_id where ${conditions(input)}`
  const [ids, [count]] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      select d.id from ${from} order by ${orderings[input.sort](direction[input.direction])}, d.id
      limit ${input.pageSize} offset ${offsetOf(input)}`,
    db.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${from}`,
  ])
  const found = await db.stripeDispute.findMany({
    where: { id: { in: ids.map((row) => row.id) } },
    select: {
      id: true,
      status: true,
      reason: true,
      amountMinor: true,
      currency: true,
      evidenceDueBy: true,
      submissions: true,
      createdAt: true,
      order: {
        select: { id: true, number: true, email: true, user: { select: { name: true } } },
      },
    },
  })
  const byId = new Map(found.map((row) => [row.id, row]))
  return {
    rows: ids.flatMap(({ id }) => {
      const row = byId.get(id)
      if (!row) return []
      const { order, ...dispute } = row
      const { user, ...rest } = order
      const group = groupOf(dispute.status)
      const due = group === 'waiting' ? dispute.evidenceDueBy : null
      return [
        {
          ...dispute,
          group,
          daysLeft: due && daysLeft(due, now),
          order: { ...rest, name: user?.name ?? null },
        },
      ]
    }),
    total: count?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
  }
}

/** Reasons that disputes have here, for the list's filter. */
export async function listDisputeReasons(db: DbOrTx): Promise<string[]> {
  const groups = await db.stripeDispute.groupBy({ by: ['reason'], orderBy: { reason: 'asc' } })
  return groups.map((group) => group.reason)
}
