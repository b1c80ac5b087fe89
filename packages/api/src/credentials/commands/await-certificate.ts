import { awaitPdf } from '../../shared/await-pdf'
import type { Deps } from '../../shared/deps'
import { addJob } from '../../shared/jobs'
import { certificateFileKey } from '../rules/file-key'

/**
 * The PDF of a credential that was issued. The worker draws it; when it is not there yet, or was lost, it is
 * asked for again. Throws `unavailable` (`document-not-ready`) when it does not come.
 */
export async function awaitCertificate(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  credentialId: string,
): Promise<Buffer> {
  const request = () =>
    addJob(db, 'credential.issued', { credentialId }, { key: `credential:${credentialId}` })
  return await awaitPdf(files, certificateFileKey(credentialId), request)
}
