import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { notFound } from '../../shared/errors'
import { offsetOf, type Page } from '../../shared/pagination'
import { orderIdOfTarget } from '../rules/event-target'
import type { AdminEventsInput, AdminTargetsInput } from '../schema'
import type { StripeEventState } from '../states'

export type AdminEvent = {
  id: string
  type: string
  state: StripeEventState
  note: string | null
  targetKey: string | null
  /** of the order that it is about, when there is one */
  orderNumber: number | null
  livemode: boolean
  apiVersion: string | null
  deliveries: number
  occurredAt: Date
  receivedAt: Date
}

const select = {
  id: true,
  type: true,
  state: true,
  note: true,
  targetKey: true,
  livemode: true,
  apiVersion: true,
  deliveries: true,
  occurredAt: true,
  receivedAt: true,
} as const satisfies Prisma.StripeEventSelect

/** The orders that targets stand for, by their ids. Targets of nobody's order are left out. */
async function ordersOfTargets(db: DbOrTx, keys: readonly (string | null)[]) {
  const ids = keys.flatMap((key) => (key && orderIdOfTarget(key)) ?? [])
  const orders = await db.order.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true },
  })
  return new Map(orders.map((order) => [order.id, order]))
}

/** Webhook events for staff, newest first unless asked otherwise; payloads come with the detail. */
export async function listEvents(
  db: DbOrTx,
  input: AdminEventsInput,
): Promise<Page<AdminEvent> & { types: string[] }> {
  const where: Prisma.StripeEventWhereInput = {
    type: input.type,
    state: input.state,
    ...(input.search
      ? { OR: [{ id: { contains: input.search } }, { targetKey: { contains: input.search } }] }
      : {}),
  }
  const [rows, total, types] = await Promise.all([
    db.stripeEvent.findMany({
      where,
      select,
      orderBy: [{ [input.sort]: input.direction }, { id: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
    }),
    db.stripeEvent.count({ where }),
    db.stripeEvent.groupBy({ by: ['type'], orderBy: { type: 'asc' } }),
  ])
  const orders = await ordersOfTargets(
    db,
    rows.map((row) => row.targetKey),
  )
  return {
    rows: rows.map((row) => ({
      ...row,
      orderNumber: orders.get(orderIdOfTarget(row.targetKey ?? '') ?? '')?.number ?? null,
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
    types: types.map((group) => group.type),
  }
}

/** With the secret of a payment anybody can go on with it: staff sees that there is one, not which. */
const withoutSecrets = (key: string, value: unknown): unknown =>
  key === 'client_secret' && typeof value === 'string' ? '(not shown)' : value

/** One event with its payload, but for its secrets, and the state of what it belongs to. */
export async function requireEvent(db: DbOrTx, id: string) {
  const event = await db.stripeEvent.findUnique({
    where: { id },
    select: { ...select, payload: true },
  })
  if (!event) throw notFound('event')
  const target = event.targetKey
    ? await db.syncTarget.findUnique({
        where: { key: event.targetKey },
        select: {
          key: true,
          attempts: true,
          nextAttemptAt: true,
          dirtySince: true,
          syncedAt: true,
          lastError: true,
          deadAt: true,
        },
      })
    : null
  const { payload, ...rest } = event
  const [order] = (await ordersOfTargets(db, [event.targetKey])).values()
  return {
    ...rest,
    orderNumber: order?.number ?? null,
    payload: JSON.stringify(payload, withoutSecrets, 2),
    target,
  }
}

/** What of the synchronisation needs a look: counts for the dashboard. */
export async function getSyncHealth(db: DbOrTx, now: Date) {
  const [row] = await db.$queryRaw<{ dirty: bigint; dead: bigint; oldest: Date | null }[]>`
    select count(*) filter (where dirty_seq > synced_seq) as dirty,
      count(*) filter (where dead_at is not null) as dead,
      min(dirty_since) filter (where dirty_seq > synced_seq) as oldest
    from sync_targets`
  const openCommands = await db.stripeCommand.count({
    where: { state: { in: ['pending', 'sent', 'unknown'] } },
  })
  return {
    dirtyTargets: Number(row?.dirty ?? 0),
    deadTargets: Number(row?.dead ?? 0),
    oldestDirtySeconds: row?.oldest
      ? Math.max(0, Math.floor((now.getTime() - row.oldest.getTime()) / 1000))
      : 0,
    openCommands,
  }
}

type TargetRow = {
  key: string
  attempts: number
  nextAttemptAt: Date
  dirtySince: Date | null
  syncedAt: Date | null
  lastError: string | null
  deadAt: Date | null
  total: bigint
}

/** What is not in line with Stripe: waiting or given up, the oldest first, with the orders concerned. */
export async function listTargets(db: DbOrTx, input: AdminTargetsInput) {
  const rows = await db.$queryRaw<TargetRow[]>`
    select key, attempts, next_attempt_at as "nextAttemptAt", dirty_since as "dirtySince",
      synced_at as "syncedAt", last_error as "lastError", dead_at as "deadAt",
      count(*) over () as total
    from sync_targets
    where dirty_seq > synced_seq
      and (${input.state} = 'any' or (dead_at is not null) = (${input.state} = 'dead'))
    order by dead_at nulls last, dirty_since nulls last, key
    limit ${input.pageSize} offset ${offsetOf(input)}`
  const byId = await ordersOfTargets(
    db,
    rows.map((row) => row.key),
  )
  return {
    rows: rows.map(({ total, ...row }) => ({
      ...row,
      order: byId.get(orderIdOfTarget(row.key) ?? '') ?? null,
    })),
    total: Number(rows[0]?.total ?? 0),
    page: input.page,
    pageSize: input.pageSize,
  }
}
