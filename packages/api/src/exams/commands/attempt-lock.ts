import type { Tx } from '@archway/db/client'
import { graceSeconds } from '../rules/timing'
import type { AttemptState } from '../states'

/** A sitting whose row is locked until the end of the transaction. */
export type LockedAttempt = {
  id: string
  candidateId: string
  state: AttemptState
  sessionId: string
  deadlineAt: Date
  now: Date
  /** the deadline has passed and its grace, too */
  isOver: boolean
  secondsLeft: number
}

/** Locks a sitting of a candidate (of anybody's when null); null when there is none. */
export async function lockAttempt(
  tx: Tx,
  { attemptId, candidateId }: { attemptId: string; candidateId: string | null },
): Promise<LockedAttempt | null> {
  const [attempt] = await tx.$queryRaw<LockedAttempt[]>`
    select id, candidate_id as "candidateId", state::text as state, session_id as "sessionId",
      deadline_at as "deadlineAt", clock_timestamp() as now,
      deadline_at + make_interval(secs => ${graceSeconds}::float8) < clock_timestamp() as "isOver",
      greatest(0, extract(epoch from deadline_at - clock_timestamp()))::float8 as "secondsLeft"
    from exam_attempts
    where id = ${attemptId}::uuid and started_at is not null
      and (${candidateId}::uuid is null or candidate_id = ${candidateId}::uuid)
    for no key update`
  return attempt ?? null
}
