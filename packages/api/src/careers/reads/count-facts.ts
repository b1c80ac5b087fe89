import type { DbOrTx } from '@archway/db/client'
import { guideFactKeys } from '../rules/guide-problems'
import { dayOf } from '../rules/is-fact-overdue'
import { guideContentSelect } from './guide-content'

/** How many facts the published guides use, each counted once, and how many of them are overdue today. */
export async function countPublishedFacts(
  db: DbOrTx,
  today: Date,
): Promise<{ total: number; overdue: number }> {
  const guides = await db.careerGuide.findMany({
    where: { status: 'published' },
    select: guideContentSelect,
  })
  const keys = [...new Set(guides.flatMap(guideFactKeys))]
  const [total, overdue] = await Promise.all([
    db.fact.count({ where: { key: { in: keys } } }),
    db.fact.count({ where: { key: { in: keys }, reviewBy: { lt: dayOf(today) } } }),
  ])
  return { total, overdue }
}
