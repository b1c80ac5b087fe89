import { setTimeout as sleep } from 'node:timers/promises'
import { DomainError } from './errors'
import { getPdfBytes } from './pdf-bytes'
import type { FileStore } from './storage'

/** How long a reader waits for a file that is still being drawn. */
const defaultPatienceMs = 8_000
const pauseMs = 200

/**
 * The PDF under a key, once it is whole in the file store. When it is not there yet, or was lost, `request`
 * asks for it. Throws `unavailable` (`document-not-ready`) when it does not come; asking again is harmless.
 */
export async function awaitPdf(
  files: FileStore,
  key: string,
  request: () => Promise<void>,
  patienceMs: number = defaultPatienceMs,
): Promise<Buffer> {
  const kept = await getPdfBytes(files, key)
  if (kept) return kept
  await request()
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    await sleep(pauseMs)
    const drawn = await getPdfBytes(files, key)
    if (drawn) return drawn
  }
  throw new DomainError('unavailable', 'document-not-ready')
}
