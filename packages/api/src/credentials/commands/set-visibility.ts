import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import type { Visibility } from '../schema'

/** Lets search engines show one's own credential, or keeps it to those who have the link. Safe to repeat. */
export async function setVisibility(
  { db }: Pick<Deps, 'db'>,
  actor: Member,
  { credentialId, visibility }: { credentialId: string; visibility: Visibility },
): Promise<void> {
  const { count } = await db.credential.updateMany({
    where: { id: credentialId, userId: actor.userId },
    data: { visibility },
  })
  if (count === 0) throw notFound('credential')
}
