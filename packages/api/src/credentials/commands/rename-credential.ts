import type { Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { forgetName } from './erase-name'
import { reissueCredential } from './reissue-credential'

const system = { type: 'system', name: 'credentials' } as const

/**
 * Gives a credential the name that its holder has now: one that stands is issued anew and superseded; of every
 * other the old name is forgotten, so that it is found nowhere. In the caller's transaction. Safe to repeat.
 */
export async function renameCredential(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'keys' | 'appUrl'>,
  credentialId: string,
): Promise<void> {
  const { subjectName, user } = await tx.credential.findUniqueOrThrow({
    where: { id: credentialId },
    select: { subjectName: true, user: { select: { credentialName: true } } },
  })
  const name = user?.credentialName ?? null
  if (subjectName === null || name === null || subjectName === name) return
  await reissueCredential(tx, deps, system, { credentialId, name, code: 'name_changed' })
  await forgetName(tx, deps, credentialId)
}
