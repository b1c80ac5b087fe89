import type { DbOrTx } from '@archway/db/client'
import type { Award } from '../credentials/schema'

/** What each job is handed. A job is named `noun.past-tense` after what happened. */
export type JobPayloads = {
  'mail.requested': { mailId: string }
  'document.issued': { documentId: string }
  'award.earned': Award
  'credential.issued': { credentialId: string }
  'credential.erased': { credentialId: string }
  'attempt.due': { attemptId: string }
  'attempt.closed': { attemptId: string }
  'credential.distrusted': { credentialId: string }
  'holder.renamed': { credentialId: string }
  'name-change.settled': { nameChangeId: string }
  'order.dirtied': { key: string }
  'stripe-command.requested': { commandId: string }
  'catalog-import.requested': { importId: string }
  'catalog-import.uploaded': { importId: string }
}
export type JobName = keyof JobPayloads

/** Of jobs that wait, those with the lowest number run first: what somebody has paid for before its receipt. */
const priorities: Readonly<Record<JobName, number>> = {
  'order.dirtied': 0,
  'stripe-command.requested': 0,
  'attempt.due': 0,
  'attempt.closed': 0,
  'award.earned': 5,
  'credential.issued': 5,
  'credential.erased': 5,
  'credential.distrusted': 5,
  'holder.renamed': 5,
  'name-change.settled': 20,
  'document.issued': 5,
  'mail.requested': 10,
  'catalog-import.uploaded': 20,
  'catalog-import.requested': 20,
}

/**
 * Queues a job in the caller's transaction: it exists if and only if the transaction commits.
 * `key` makes a waiting job with the same key be replaced instead of doubled.
 */
export async function addJob<Name extends JobName>(
  tx: DbOrTx,
  name: Name,
  payload: JobPayloads[Name],
  options: { key?: string; runAt?: Date; maxAttempts?: number } = {},
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job(
      ${name}, payload := ${JSON.stringify(payload)}::json, run_at := ${options.runAt ?? null}::timestamptz,
      max_attempts := ${options.maxAttempts ?? 12}::int, job_key := ${options.key ?? null}::text,
      priority := ${priorities[name]}::int)`
}
