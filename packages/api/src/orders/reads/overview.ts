import type { DbOrTx } from '@archway/db/client'
import type { Member } from '../../shared/actor'
import { can } from '../../shared/permissions'
import { type DayRange, dayIn, type OverviewSpan, overviewPeriod } from '../rules/overview-period'
import type { OverviewInput } from '../schema/order'
import { getActivity, getTotals } from './overview-activity'
import { getFunnel } from './overview-funnel'
import { getOwnShare, getRevenue } from './overview-revenue'

/** Where the reader's days begin and end, daylight saving included: the database knows the zones. */
async function spanOf(
  db: DbOrTx,
  period: DayRange & { previous: DayRange },
  timeZone: string,
): Promise<OverviewSpan> {
  const [span] = await db.$queryRaw<Omit<OverviewSpan, 'timeZone'>[]>`
    select ${period.previous.from}::date::timestamp at time zone ${timeZone} as "previousStart",
      ${period.from}::date::timestamp at time zone ${timeZone} as start,
      (${period.to}::date + 1)::timestamp at time zone ${timeZone} as "end"`
  if (!span) throw new Error('the database knows no time')
  return { ...span, timeZone }
}

/**
 * The figures of the dashboard's first page for a period and the one before, in the reader's days.
 * Money is left out for staff who may not read orders, the platform's own share for those who may
 * not read the ledger.
 */
export async function getOverview(db: DbOrTx, actor: Member, input: OverviewInput, now: Date) {
  const period = overviewPeriod(input, dayIn(now, actor.timeZone))
  const span = await spanOf(db, period, actor.timeZone)
  const [totals, activity, funnel, revenue, ownShare] = await Promise.all([
    getTotals(db, span),
    getActivity(db, span, period.days),
    getFunnel(db, span),
    can(actor, 'order.read') ? getRevenue(db, span, period.days) : null,
    can(actor, 'ledger.read') ? getOwnShare(db, span) : null,
  ])
  return { period, totals, activity, funnel, revenue, ownShare }
}
