import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { enforce } from '../../shared/policy-result'
import { canDecide } from '../policy'
import type { DecisionInput } from '../schema'
import { changeState, holdCredential } from './change-state'

/**
 * Suspends a credential, restores it, or takes it back for ever. Told at once on its page and, when it was taken
 * back, by the list that verifiers read. Needs `credential.decide`, and neither to hold the credential nor to
 * teach for its provider. Safe to repeat: returns whether it was this call that changed it. Throws `not_found`,
 * `forbidden` (`credential-own`, `credential-taught`) and `conflict` (`credential-final`).
 */
export async function decideCredential(
  deps: Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl'>,
  actor: Actor,
  decision: DecisionInput,
): Promise<{ hasChanged: boolean }> {
  return await deps.db.$transaction(async (tx) => {
    const { userId, issuer } = await holdCredential(tx, decision.credentialId)
    enforce(canDecide(actor, { userId, providerId: issuer.providerId }))
    return { hasChanged: await changeState(tx, deps, actor, decision) }
  })
}
