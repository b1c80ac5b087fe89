import type { Deps } from '../shared/deps'
import { DomainError } from '../shared/errors'
import { issueCredential } from './commands/issue-credential'
import { refreshStatusLists } from './commands/status-lists'
import { keepCertificate } from './pdf/certificate-file'
import { certificateFileKey } from './rules/file-key'
import type { Award } from './schema'

/**
 * Issues the credential of something that was completed, for holders who have said before which name they
 * want. Others are asked on the page of the course. Safe to repeat: an award is issued once.
 */
export async function onAwardEarned(
  deps: Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl' | 'logger'>,
  award: Award,
): Promise<void> {
  try {
    await issueCredential(deps, award)
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'precondition') throw error
    deps.logger.info({ award, reason: error.reason }, 'credential not issued yet')
  }
}

/** Draws and keeps the PDF of a credential that was issued. Safe to repeat. */
export async function onCredentialIssued(
  deps: Pick<Deps, 'db' | 'files' | 'appUrl'>,
  { credentialId }: { credentialId: string },
): Promise<void> {
  await keepCertificate(deps, credentialId)
}

/** Deletes the certificate that was drawn with a name that was erased since. Safe to repeat. */
export async function onCredentialErased(
  { files }: Pick<Deps, 'files'>,
  { credentialId }: { credentialId: string },
): Promise<void> {
  await files.delete(certificateFileKey(credentialId))
}

/** Signs status lists again before they end. Safe to repeat. */
export async function runRefreshStatusLists(
  deps: Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl' | 'logger'>,
): Promise<void> {
  const lists = await refreshStatusLists(deps)
  if (lists > 0) deps.logger.info({ lists }, 'status lists signed again')
}
