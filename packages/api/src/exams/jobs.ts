import type { Deps } from '../shared/deps'
import { lockAttempt } from './commands/attempt-lock'
import { closeAttempt } from './commands/close-attempt'
import { settleAttempt } from './commands/release-attempt'
import { graceSeconds } from './rules/timing'

/** Ends a sitting whose time is up; one that was given more time is left alone. Safe to repeat. */
export async function onAttemptDue(
  { db }: Pick<Deps, 'db'>,
  { attemptId }: { attemptId: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const attempt = await lockAttempt(tx, { attemptId, candidateId: null })
    if (attempt?.state === 'in_progress' && attempt.isOver) {
      await closeAttempt(tx, attempt, 'expired')
    }
  })
}

/** Scores a sitting that is over, releases its result, and certifies a pass. Safe to repeat. */
export async function onAttemptClosed(
  deps: Pick<Deps, 'db' | 'itemSealer' | 'clock' | 'keys' | 'appUrl'>,
  { attemptId }: { attemptId: string },
): Promise<void> {
  await settleAttempt(deps, attemptId)
}

/** Ends all sittings whose time is up: a net for what was missed while no worker ran. Safe to repeat. */
export async function runCloseOverdue(deps: Pick<Deps, 'db' | 'logger'>): Promise<void> {
  const overdue = await deps.db.$queryRaw<{ id: string }[]>`
    select id from exam_attempts
    where state = 'in_progress'
      and deadline_at + make_interval(secs => ${graceSeconds}::float8) < clock_timestamp()
    order by deadline_at limit 500`
  for (const { id } of overdue) await onAttemptDue(deps, { attemptId: id })
  if (overdue.length > 0) deps.logger.info({ attempts: overdue.length }, 'overdue sittings ended')
}
