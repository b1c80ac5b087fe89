import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { addJob } from '../../shared/jobs'
import { enforce } from '../../shared/policy-result'
import { canDecide } from '../policy'
import { holdCredential } from './change-state'

/**
 * Removes the holder's name from a credential, and with it every signed text and file that says it. Its page
 * stays and says that it existed, when, and how it stands; the hash stays, so that a copy that the holder kept can
 * still be told to be genuine. Cannot be undone. Needs what decisions need. Safe to repeat. Throws
 * `not_found` and `forbidden`.
 */
export async function eraseName(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  { credentialId, reason }: { credentialId: string; reason: string },
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const { userId, issuer, erasedAt } = await holdCredential(tx, credentialId)
    enforce(canDecide(actor, { userId, providerId: issuer.providerId }))
    if (erasedAt !== null) return
    await forgetName(tx, deps, credentialId)
    await recordAudit(tx, actor, {
      action: 'credential.erase-name',
      entityType: 'credential',
      entityId: credentialId,
      reason,
    })
  })
}

/** Forgets the name and every text with it, in the caller's transaction; the drawn certificate goes by a job. */
export async function forgetName(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  credentialId: string,
): Promise<void> {
  await tx.credential.update({
    where: { id: credentialId },
    data: { document: null, subjectName: null, erasedAt: clock.now() },
  })
  const key = `credential-erased:${credentialId}`
  await addJob(tx, 'credential.erased', { credentialId }, { key })
}
