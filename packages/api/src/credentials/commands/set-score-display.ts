import type { z } from 'zod'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import type { scoreDisplayInput } from '../schema'

/**
 * Shows the score on the page of one's own credential, or leaves it out. The signed document keeps it: it can
 * neither be taken out nor changed. Safe to repeat.
 */
export async function setScoreDisplay(
  { db }: Pick<Deps, 'db'>,
  actor: Member,
  { credentialId, score }: z.infer<typeof scoreDisplayInput>,
): Promise<void> {
  const { count } = await db.credential.updateMany({
    where: { id: credentialId, userId: actor.userId },
    data: { isScoreShown: score === 'shown' },
  })
  if (count === 0) throw notFound('credential')
}
