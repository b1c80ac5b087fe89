import type { Deps } from '../shared/deps'
import { refreshStatistics } from './commands/refresh-statistics'
import { withResult } from './reads/form-cohort'

/** Brings the statistics of every exam that has results up to date: once a night. Safe to repeat. */
export async function runRefreshStatistics(deps: Deps): Promise<void> {
  const exams = await deps.db.examAttempt.groupBy({
    by: ['offeringId', 'schemeNumber'],
    where: { state: { in: [...withResult] } },
  })
  for (const exam of exams) await refreshStatistics(deps, exam)
}
