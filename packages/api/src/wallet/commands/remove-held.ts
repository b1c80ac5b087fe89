import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'

/** Forgets what somebody said they hold. Safe to repeat; what is another's stays. */
export async function removeHeld(deps: Deps, actor: Member, input: { id: string }): Promise<void> {
  await deps.db.heldCertification.deleteMany({ where: { id: input.id, userId: actor.userId } })
}
