import type { Db } from '@archway/db/client'
import { dayOfView, shownViewDays } from '../rules/views'

/** How often the page of a credential was opened, by day and by site, newest and most first. */
export type Views = {
  total: number
  days: { day: Date; count: number }[]
  /** an empty host: no link of another site was followed, or the browser did not say which */
  referrers: { host: string; count: number }[]
}

export const noViews: Views = { total: 0, days: [], referrers: [] }

/** The views of the last `shownViewDays` days of each of these credentials; those without any are left out. */
export async function listViews(db: Db, ids: string[], now: Date): Promise<Map<string, Views>> {
  const where = { credentialId: { in: ids }, day: { gt: dayOfView(now, shownViewDays) } }
  const [days, referrers] = await Promise.all([
    db.credentialView.groupBy({
      by: ['credentialId', 'day'],
      where,
      _sum: { count: true },
      orderBy: { day: 'desc' },
    }),
    db.credentialView.groupBy({
      by: ['credentialId', 'referrerHost'],
      where,
      _sum: { count: true },
      orderBy: [{ _sum: { count: 'desc' } }, { referrerHost: 'asc' }],
    }),
  ])
  const views = new Map<string, Views>()
  const of = (id: string) => {
    const found = views.get(id) ?? { total: 0, days: [], referrers: [] }
    views.set(id, found)
    return found
  }
  for (const { credentialId, day, _sum } of days) {
    const view = of(credentialId)
    view.days.push({ day, count: _sum.count ?? 0 })
    view.total += _sum.count ?? 0
  }
  for (const { credentialId, referrerHost, _sum } of referrers) {
    of(credentialId).referrers.push({ host: referrerHost, count: _sum.count ?? 0 })
  }
  return views
}
