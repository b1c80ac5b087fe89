import type { DbOrTx } from '@archway/db/client'
import type { OverviewSpan } from '../rules/overview-period'

export type OverviewTotals = {
  signUps: number
  /** orders that were paid in the period */
  orders: number
  /** people's places in courses and programs that began in the period */
  enrolments: number
  /** … of which completed by now */
  completed: number
}

const none: OverviewTotals = { signUps: 0, orders: 0, enrolments: 0, completed: 0 }

/** Counts of the period and of the one before. */
export async function getTotals(
  db: DbOrTx,
  { previousStart, start, end }: OverviewSpan,
): Promise<{ now: OverviewTotals; before: OverviewTotals }> {
  const rows = await db.$queryRaw<({ isNow: boolean } & Record<keyof OverviewTotals, bigint>)[]>`
    with facts as (
      select created_at as at, 1 as sign_up, 0 as paid, 0 as enrolled, 0 as completed from users
        where created_at >= ${previousStart} and created_at < ${end}
      union all
      select paid_at, 0, 1, 0, 0 from orders
        where paid_at >= ${previousStart} and paid_at < ${end}
      union all
      select started_at, 0, 0, 1, (completed_at is not null)::int from enrolments
        where started_at >= ${previousStart} and started_at < ${end}
    )
    select at >= ${start} as "isNow", sum(sign_up) as "signUps", sum(paid) as orders,
      sum(enrolled) as enrolments, sum(completed) as completed
    from facts group by 1`
  const totalsOf = (isNow: boolean): OverviewTotals => {
    const row = rows.find((candidate) => candidate.isNow === isNow)
    if (!row) return none
    return {
      signUps: Number(row.signUps),
      orders: Number(row.orders),
      enrolments: Number(row.enrolments),
      completed: Number(row.completed),
    }
  }
  return { now: totalsOf(true), before: totalsOf(false) }
}

export type DayActivity = {
  day: string
  signUps: number
  orders: number
  enrolments: number
  /** enrolments that were completed on the day, whenever they began */
  completions: number
}

/** What happened on each day of the period, quiet days included. */
export async function getActivity(
  db: DbOrTx,
  { start, end, timeZone }: OverviewSpan,
  days: readonly string[],
): Promise<DayActivity[]> {
  const rows = await db.$queryRaw<
    { day: string; orders: bigint; enrolments: bigint; signUps: bigint; completions: bigint }[]
  >`
    with facts as (
      select created_at as at, 1 as sign_up, 0 as paid, 0 as enrolled, 0 as completed from users
        where created_at >= ${start} and created_at < ${end}
      union all
      select paid_at, 0, 1, 0, 0 from orders where paid_at >= ${start} and paid_at < ${end}
      union all
      select started_at, 0, 0, 1, 0 from enrolments
        where started_at >= ${start} and started_at < ${end}
      union all
      select completed_at, 0, 0, 0, 1 from enrolments
        where completed_at >= ${start} and completed_at < ${end}
    )
    select to_char(at at time zone ${timeZone}, 'YYYY-MM-DD') as day, sum(paid) as orders,
      sum(enrolled) as enrolments, sum(sign_up) as "signUps", sum(completed) as completions
    from facts group by 1`
  const byDay = new Map(rows.map((row) => [row.day, row]))
  return days.map((day) => {
    const row = byDay.get(day)
    return {
      day,
      orders: Number(row?.orders ?? 0),
      enrolments: Number(row?.enrolments ?? 0),
      signUps: Number(row?.signUps ?? 0),
      completions: Number(row?.completions ?? 0),
    }
  })
}
