import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import { getPdfBytes } from '../../shared/pdf-bytes'

import { getPrintedDocument } from '../reads/printed-document'
import { documentFileKey, documentFileName } from '../rules/file-key'
import { renderDocument } from './render-document'

/**
 * The PDF of a document: as it was kept, or drawn now and kept when there is none. What is mailed and
 * what is downloaded are the same bytes. Safe to repeat, also at once: the same document draws the
 * same file. Throws `not_found` for a document that does not exist.
 */
export async function loadDocumentFile(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  documentId: string,
): Promise<{ fileName: string; bytes: Buffer }> {
  const document = await getPrintedDocument(db, documentId)
  if (!document) throw notFound('document')
  const key = documentFileKey(documentId)
  const fileName = documentFileName(document.reference)
  const kept = await getPdfBytes(files, key)
  if (kept) return { fileName, bytes: kept }
  const bytes = await renderDocument(document)
  await files.put(key, bytes, { contentType: 'application/pdf' })
  return { fileName, bytes }
}
