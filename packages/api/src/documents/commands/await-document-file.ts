import { awaitPdf } from '../../shared/await-pdf'
import type { Deps } from '../../shared/deps'
import { addJob } from '../../shared/jobs'

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
  const request = () =>
    addJob(db, 'document.issued', { documentId }, { key: `document:${documentId}` })
  return await awaitPdf(files, key, request, options.patienceMs)
}
