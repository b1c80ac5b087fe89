import type { DbOrTx } from '@archway/db/client'
import type { OverviewSpan } from '../rules/overview-period'

export const funnelStages = [
  'signedUp',
  'verified',
  'checkoutStarted',
  'paid',
  'startedLearning',
  'completed',
] as const
export type Funnel = Record<(typeof funnelStages)[number], number>

/**
 * How far the people came who signed up in the period. Each stage counts those who took every stage
 * before it, so it never grows from one to the next.
 */
export async function getFunnel(db: DbOrTx, { start, end }: OverviewSpan): Promise<Funnel> {
  const [row] = await db.$queryRaw<Record<keyof Funnel, bigint>[]>`
    with people as (
      select u.email_verified is not null as verified,
        exists (select 1 from orders o where o.user_id = u.id) as ordered,
        exists (select 1 from orders o where o.user_id = u.id and o.paid_at is not null) as paid,
        exists (
          select 1 from enrolments e join lesson_progress p on p.enrolment_id = e.id
          where e.user_id = u.id
        ) as started,
        exists (
          select 1 from enrolments e where e.user_id = u.id and e.completed_at is not null
        ) as completed
      from users u where u.created_at >= ${start} and u.created_at < ${end}
    )
    select count(*) as "signedUp",
      count(*) filter (where verified) as verified,
      count(*) filter (where verified and ordered) as "checkoutStarted",
      count(*) filter (where verified and paid) as paid,
      count(*) filter (where verified and paid and started) as "startedLearning",
      count(*) filter (where verified and paid and started and completed) as completed
    from people`
  return {
    signedUp: Number(row?.signedUp ?? 0),
    verified: Number(row?.verified ?? 0),
    checkoutStarted: Number(row?.checkoutStarted ?? 0),
    paid: Number(row?.paid ?? 0),
    startedLearning: Number(row?.startedLearning ?? 0),
    completed: Number(row?.completed ?? 0),
  }
}
