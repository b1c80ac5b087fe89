import type { DbOrTx } from '@archway/db/client'
import type { Actor } from '../../shared/actor'
import { forbidden, notFound } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { pictureKey } from '../rules/picture-key'
import { refuseCandidate } from './barred-exams'
import { contentOf } from './preview'

/** The key of the picture of a version, for the board. Throws `not_found` where there is none. */
export async function requirePicture(
  db: DbOrTx,
  actor: Actor,
  { versionId, part }: { versionId: string; part: number | null },
): Promise<string> {
  if (!can(actor, 'item.read')) throw forbidden()
  const version = await db.itemVersion.findUnique({
    where: { id: versionId },
    select: { kind: true, content: true, item: { select: { offeringId: true } } },
  })
  const key = version && pictureKey(contentOf(version), part)
  if (!version || !key) throw notFound('file')
  await refuseCandidate(db, actor, version.item.offeringId)
  return key
}
