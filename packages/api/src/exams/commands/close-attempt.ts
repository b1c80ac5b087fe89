import type { Tx } from '@archway/db/client'
import { addJob } from '../../shared/jobs'
import { journalStart } from '../reads/journal'
import type { LockedAttempt } from './attempt-lock'

/** The last hash of the journal of a sitting: what a receipt says. */
export async function lastHash(tx: Tx, attemptId: string): Promise<string> {
  const last = await tx.journalEntry.findFirst({
    where: { attemptId },
    orderBy: { number: 'desc' },
    select: { hash: true },
  })
  return last?.hash ?? journalStart(attemptId)
}

/**
 * Ends a sitting that is locked and under way: handed in now, or at its deadline when the time ran out. What follows,
 * scoring first, is a job of the same transaction.
 */
export async function closeAttempt(
  tx: Tx,
  attempt: Pick<LockedAttempt, 'id' | 'deadlineAt' | 'now'>,
  state: 'submitted' | 'expired',
): Promise<void> {
  await tx.examAttempt.update({
    where: { id: attempt.id },
    data: {
      state,
      submittedAt: state === 'expired' ? attempt.deadlineAt : attempt.now,
      receiptHash: await lastHash(tx, attempt.id),
    },
    select: { id: true },
  })
  await addJob(
    tx,
    'attempt.closed',
    { attemptId: attempt.id },
    { key: `attempt-closed:${attempt.id}` },
  )
}
