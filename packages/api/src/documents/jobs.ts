import type { Deps } from '../shared/deps'
import type { JobPayloads } from '../shared/jobs'
import { loadDocumentFile } from './pdf/document-file'

/** Draws and keeps the PDF of a document that was issued. Safe to repeat: what is kept stays. */
export async function onDocumentIssued(
  deps: Deps,
  { documentId }: JobPayloads['document.issued'],
): Promise<void> {
  await loadDocumentFile(deps, documentId)
}
