import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canWriteItem } from '../policy'
import { requireBlueprint } from '../reads/blueprint'
import type { WriteVersionInput } from '../schema/writing'
import { isWritable } from '../states'
import { versionData } from './create-item'
import { lockItem } from './lock-item'

/**
 * Adds a version to an item; what was there before stays as it was, and forms keep what they hold. A draft
 * stays a draft; an item in use stays in use by its approved version until this one is. Throws
 * `item-changed-meanwhile` when it is not based on the newest version, `item-wrong-state` in review and
 * after retirement.
 */
export async function writeVersion(
  deps: Deps,
  actor: Member,
  { itemId, baseVersionId, ...written }: WriteVersionInput,
): Promise<{ versionId: string; number: number }> {
  enforce(canWriteItem(actor))
  return await deps.db.$transaction(async (tx) => {
    const item = await lockItem(tx, actor, itemId)
    if (!isWritable(item.state)) throw conflict('item-wrong-state')
    if (item.newest.id !== baseVersionId) throw conflict('item-changed-meanwhile')
    const blueprint = await requireBlueprint(tx, item.offeringId)
    const version = await tx.itemVersion.create({
      data: {
        ...versionData(deps, actor, blueprint, written),
        itemId,
        number: item.newest.number + 1,
      },
      select: { id: true, number: true, objective: true },
    })
    await tx.item.update({
      where: { id: itemId },
      data: { updatedAt: deps.clock.now() },
      select: { id: true },
    })
    await recordAudit(tx, actor, {
      action: 'item.write',
      entityType: 'item',
      entityId: itemId,
      before: { version: item.newest.number, objective: item.newest.objective },
      after: { version: version.number, objective: version.objective },
    })
    return { versionId: version.id, number: version.number }
  })
}
