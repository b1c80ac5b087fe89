import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import { refuseCandidate } from '../reads/barred-exams'
import type { ItemKey, ItemRationale } from '../schema/key'
import { openKey, openRationale } from '../sealing'

/**
 * Opens what is right in a version, and why, for somebody of the board, and writes down that they looked.
 * Throws `not_found`, and refuses who may sit the exam.
 */
export async function openVersion(
  deps: Deps,
  actor: Member,
  { versionId }: { versionId: string },
): Promise<{ key: ItemKey; rationale: ItemRationale }> {
  const version = await deps.db.itemVersion.findUnique({
    where: { id: versionId },
    select: {
      id: true,
      number: true,
      keySealed: true,
      rationaleSealed: true,
      item: { select: { id: true, offeringId: true } },
    },
  })
  if (!version) throw notFound('item')
  await refuseCandidate(deps.db, actor, version.item.offeringId)
  await recordAudit(deps.db, actor, {
    action: 'item.open-key',
    entityType: 'item',
    entityId: version.item.id,
    after: { version: version.number },
  })
  return {
    key: openKey(deps.itemSealer, version),
    rationale: openRationale(deps.itemSealer, version),
  }
}
