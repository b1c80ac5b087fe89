import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import {
  type Attempts,
  type DeclineScope,
  declineThresholds,
  declineWindowStart,
  isCardTesting,
} from '../rules/card-testing'

/** Somebody, somewhere or everybody whose payments are declined too often at the moment. */
export type Suspicion = Attempts & {
  scope: DeclineScope
  /** id of the person or address of a guest, network address, or `all` */
  key: string
  /** address of the person, network address; null for everybody */
  subject: string | null
}

/**
 * Who may not open a checkout now because too many payments of theirs, or from where they are, were
 * declined within the window: `person`, `origin`, or null when neither is suspicious.
 */
export async function findSuspicion(
  db: DbOrTx,
  buyer: { userId: string | null; email: string; ipAddress: string | null },
  now: Date,
): Promise<'person' | 'origin' | null> {
  const isTheirs =
    buyer.userId === null
      ? Prisma.sql`o.guest_key is not null and o.email = ${buyer.email.toLowerCase()}`
      : Prisma.sql`o.user_id = ${buyer.userId}::uuid`
  const [row] = await db.$queryRaw<
    {
      personFailed: number
      personSucceeded: number
      originFailed: number
      originSucceeded: number
    }[]
  >`
    select
      count(*) filter (where c.status = 'failed' and ${isTheirs})::int
        as "personFailed",
      count(*) filter (where c.status = 'succeeded' and ${isTheirs})::int
        as "personSucceeded",
      count(*) filter (where c.status = 'failed' and o.ip_address = ${buyer.ipAddress})::int
        as "originFailed",
      count(*) filter (where c.status = 'succeeded' and o.ip_address = ${buyer.ipAddress})::int
        as "originSucceeded"
    from stripe_charges c join orders o on o.id = c.order_id
    where c.created_at > ${declineWindowStart(now)}
      and ((${isTheirs}) or o.ip_address = ${buyer.ipAddress})`
  if (!row) return null
  const person = { failed: row.personFailed, succeeded: row.personSucceeded }
  if (isCardTesting('person', person)) return 'person'
  const origin = { failed: row.originFailed, succeeded: row.originSucceeded }
  return isCardTesting('origin', origin) ? 'origin' : null
}

/** Everything that looks like card testing now: people first, then addresses, then the whole. */
export async function listSuspicions(
  db: DbOrTx,
  livemode: boolean,
  now: Date,
): Promise<Suspicion[]> {
  const since = declineWindowStart(now)
  const [people, origins, total] = await Promise.all([
    db.$queryRaw<Omit<Suspicion, 'scope'>[]>`
      select coalesce(u.id::text, o.email) as key, coalesce(u.email::text, o.email) as subject,
        count(*) filter (where c.status = 'failed')::int as failed,
        count(*) filter (where c.status = 'succeeded')::int as succeeded
      from stripe_charges c join orders o on o.id = c.order_id left join users u on u.id = o.user_id
      where c.created_at > ${since} and o.livemode = ${livemode}
      group by 1, 2
      having count(*) filter (where c.status = 'failed') >= ${declineThresholds.person.failed}
      order by failed desc, key`,
    db.$queryRaw<Omit<Suspicion, 'scope'>[]>`
      select o.ip_address as key, o.ip_address as subject,
        count(*) filter (where c.status = 'failed')::int as failed,
        count(*) filter (where c.status = 'succeeded')::int as succeeded
      from stripe_charges c join orders o on o.id = c.order_id
      where c.created_at > ${since} and o.livemode = ${livemode} and o.ip_address is not null
      group by o.ip_address
      having count(*) filter (where c.status = 'failed') >= ${declineThresholds.origin.failed}
      order by failed desc, key`,
    db.$queryRaw<Omit<Suspicion, 'scope'>[]>`
      select 'all' as key, null as subject,
        count(*) filter (where c.status = 'failed')::int as failed,
        count(*) filter (where c.status = 'succeeded')::int as succeeded
      from stripe_charges c join orders o on o.id = c.order_id
      where c.created_at > ${since} and o.livemode = ${livemode}`,
  ])
  return [
    ...people.map((row) => ({ scope: 'person' as const, ...row })),
    ...origins.map((row) => ({ scope: 'origin' as const, ...row })),
    ...total.map((row) => ({ scope: 'total' as const, ...row })),
  ].filter((row) => isCardTesting(row.scope, row))
}
