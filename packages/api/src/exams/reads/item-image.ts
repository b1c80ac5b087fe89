import type { DbOrTx } from '@archway/db/client'
import { itemContent } from '../../bank/schema/content'
import type { Actor } from '../../shared/actor'
import { DomainError, notFound } from '../../shared/errors'
import type { ItemImageInput } from '../schema/room'

/**
 * Where the picture of a question lies in the store of files: for the candidate of a sitting that is under way alone.
 * Throws `unauthenticated` and `not_found`.
 */
export async function requireItemImage(
  db: DbOrTx,
  actor: Actor,
  { attemptId, position, part }: ItemImageInput,
): Promise<{ key: string }> {
  if (actor.type !== 'member') throw new DomainError('unauthenticated', 'sign-in-required')
  const item = await db.attemptItem.findFirst({
    where: {
      attemptId,
      position,
      attempt: { candidateId: actor.userId, state: 'in_progress' },
    },
    select: { version: { select: { kind: true, content: true } } },
  })
  if (!item) throw notFound('file')
  const whole = itemContent.parse(item.version)
  const question = whole.kind === 'case' ? whole.content.parts[(part ?? 1) - 1] : whole
  if (question?.kind !== 'hotspot') throw notFound('file')
  return { key: question.content.image.key }
}
