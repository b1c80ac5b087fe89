import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canEditBundle } from '../policy'
import type { UpdateBundleInput } from '../schema'
import { bundleTags, replaceBundleRows } from './bundle-rows'
import { readBundleSnapshot } from './bundle-snapshot'

/**
 * Changes a bundle for orders from now on; those that were placed keep what they were shown. Refuses a
 * change on top of one that the editor has not seen.
 */
export async function updateBundle(
  deps: Deps,
  actor: Actor,
  { bundleId, version, title, summary, ...rows }: UpdateBundleInput,
): Promise<{ version: number }> {
  enforce(canEditBundle(actor))
  const touched = await deps.db.$transaction(async (tx) => {
    const before = await readBundleSnapshot(tx, bundleId)
    if (before.version !== version) throw conflict('changed-meanwhile')
    await tx.bundle.update({
      where: { id: bundleId },
      data: { title, summary, version: { increment: 1 }, updatedAt: deps.clock.now() },
      select: { id: true },
    })
    await replaceBundleRows(tx, bundleId, rows)
    await recordAudit(tx, actor, {
      action: 'bundle.update',
      entityType: 'bundle',
      entityId: bundleId,
      before: before.terms,
      after: (await readBundleSnapshot(tx, bundleId)).terms,
    })
    return [...before.offeringIds, ...rows.offeringIds]
  })
  deps.expireTags(bundleTags(touched))
  return { version: version + 1 }
}
