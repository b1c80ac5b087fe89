import type { AdminOutput } from '../admin-output'

export type MoneyHealth = AdminOutput['payments']['adminMoneyHealth']
export type BookCheck = NonNullable<MoneyHealth['check']>

/** How long a target may wait and events may take before somebody should look, in seconds. */
const patienceSeconds = 300

/** The checks of the page in the order of their weight: each is fine, or wants a look. */
export function checksOf(health: MoneyHealth) {
  const { check, unserved, unpaid, uninvoiced, stuck, sync, lag } = health
  return [
    { key: 'books', count: check?.differenceCount ?? null, isFine: !check?.differenceCount },
    { key: 'fresh', count: null, isFine: !health.isCheckDue },
    { key: 'balanced', count: health.unbalanced, isFine: health.unbalanced === 0 },
    { key: 'unserved', count: unserved.count, isFine: unserved.count === 0 },
    { key: 'unpaid', count: unpaid.count, isFine: unpaid.count === 0 },
    { key: 'uninvoiced', count: uninvoiced.count, isFine: uninvoiced.count === 0 },
    { key: 'stuck', count: stuck.count, isFine: stuck.count === 0 },
    { key: 'inReview', count: health.inReview, isFine: health.inReview === 0 },
    { key: 'disputes', count: health.disputes.count, isFine: health.disputes.count === 0 },
    {
      key: 'declines',
      count: health.suspicions.length,
      isFine: health.suspicions.length === 0,
    },
    { key: 'dead', count: sync.deadTargets, isFine: sync.deadTargets === 0 },
    { key: 'dirty', count: sync.dirtyTargets, isFine: sync.oldestDirtySeconds < patienceSeconds },
    { key: 'commands', count: health.commands, isFine: health.commands === 0 },
    { key: 'lag', count: null, isFine: (lag.p95 ?? 0) < patienceSeconds },
  ] as const
}

/** Before the first sale there is nothing that could be wrong. */
export const isUnused = (health: MoneyHealth): boolean =>
  health.check === null && health.accounts.length === 0
