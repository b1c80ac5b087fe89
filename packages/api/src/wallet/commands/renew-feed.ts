import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { randomToken, sha256 } from '../../shared/hash'

/**
 * Gives somebody's calendar of renewals an address that nobody can guess. The one before stops working. Only its hash is
 * kept, so it is told once. Returns the token.
 */
export async function renewFeed(deps: Deps, actor: Member): Promise<{ token: string }> {
  const token = randomToken()
  const data = { tokenHash: sha256(token), createdAt: deps.clock.now() }
  await deps.db.renewalFeed.upsert({
    where: { userId: actor.userId },
    create: { userId: actor.userId, ...data },
    update: data,
  })
  return { token }
}

/** Ends the address of somebody's calendar. Safe to repeat. */
export async function endFeed(deps: Deps, actor: Member): Promise<void> {
  await deps.db.renewalFeed.deleteMany({ where: { userId: actor.userId } })
}
