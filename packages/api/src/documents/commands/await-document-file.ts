import { setTimeout as sleep } from 'node:timers/promises'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { addJob } from '../../shared/jobs'

/** How long a reader waits for a file that is still being drawn. */
const patienceMs = 8_000
const pauseMs = 200

/**
 * Returns once the PDF of a document is in the file store. The worker draws it when the document is
 * issued; when it is not there yet, or was lost, it is asked for again. Throws `unavailable`
 * (`document-not-ready`) when it does not come; asking again is harmless.
 */
export async function awaitDocumentFile(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  { documentId, key }: { documentId: string; key: string },
  options: { patienceMs?: number } = {},
): Promise<void> {
  if (await files.exists(key)) return
  await addJob(db, 'document.issued', { documentId }, { key: `document:${documentId}` })
  const until = Date.now() + (options.patienceMs ?? patienceMs)
  while (Date.now() < until) {
    await sleep(pauseMs)
    if (await files.exists(key)) return
  }
  throw new DomainError('unavailable', 'document-not-ready')
}
