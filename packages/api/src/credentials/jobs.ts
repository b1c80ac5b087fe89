import type { Deps } from '../shared/deps'
import { DomainError } from '../shared/errors'
import { changeState, holdCredential } from './commands/change-state'
import { issueCredential } from './commands/issue-credential'
import { reissueCredential } from './commands/reissue-credential'
import { renameCredential } from './commands/rename-credential'
import { refreshStatusLists } from './commands/status-lists'
import { keepCertificate } from './pdf/certificate-file'
import { evidenceFileKey } from './rules/evidence'
import { certificateFileKey } from './rules/file-key'
import type { Award } from './schema'
import { isPublished } from './states'

const system = { type: 'system', name: 'credentials' } as const

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

/**
 * Issues a credential anew whose key is no longer trusted; one whose name was erased, which nobody can issue
 * again, is revoked. Safe to repeat.
 */
export async function onCredentialDistrusted(
  deps: Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl'>,
  { credentialId }: { credentialId: string },
): Promise<void> {
  const code = 'key_compromised'
  await deps.db.$transaction(async (tx) => {
    const reissued = await reissueCredential(tx, deps, system, { credentialId, name: null, code })
    if (reissued !== null) return
    const { state } = await holdCredential(tx, credentialId)
    if (isPublished(state)) return
    await changeState(tx, deps, system, { credentialId, to: 'revoked', code })
  })
}

/** Issues a credential anew with the name that its holder has now, and forgets the old one. Safe to repeat. */
export async function onHolderRenamed(
  deps: Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl'>,
  { credentialId }: { credentialId: string },
): Promise<void> {
  await deps.db.$transaction((tx) => renameCredential(tx, deps, credentialId))
}

/** Deletes the evidence of a question that was answered or taken back. Safe to repeat. */
export async function onNameChangeSettled(
  { files }: Pick<Deps, 'files'>,
  { nameChangeId }: { nameChangeId: string },
): Promise<void> {
  await files.delete(evidenceFileKey(nameChangeId))
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
