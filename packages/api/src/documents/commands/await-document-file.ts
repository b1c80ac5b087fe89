import { setTimeout as sleep } from 'node:timers/promises'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { addJob } from '../../shared/jobs'
import { getDocumentBytes } from '../reads/document-bytes'

/** How long a reader waits for a file that is still being drawn. */
const patienceMs = 8_000
const pauseMs = 200

/**
 * The PDF of a document, once it is whole in the file store. The worker draws it when the document is
 * issued; when it is not there yet, or was lost, it is asked for again. Throws `unavailable`
 * (`document-not-ready`) when it does not come; asking again is harmless.
 */
export async function awaitDocumentFile(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  { documentId, key }: { documentId: string; key: string },
  options: { patienceMs?: number } = {},
): Promise<Buffer> {
  const kept = await getDocumentBytes(files, key)
  if (kept) return kept
  await addJob(db, 'document.issued', { documentId }, { key: `document:${documentId}` })
  const until = Date.now() + (options.patienceMs ?? patienceMs)
  while (Date.now() < until) {
    await sleep(pauseMs)
    const drawn = await getDocumentBytes(files, key)
    if (drawn) return drawn
  }
  throw new DomainError('unavailable', 'document-not-ready')
}
