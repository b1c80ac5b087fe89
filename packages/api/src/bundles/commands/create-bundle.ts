import { recordAudit } from '../../audit/commands'
import { insertWithFreeSlug } from '../../catalog/commands/free-slug'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { isUniqueViolation } from '../../shared/unique-violation'
import { canEditBundle } from '../policy'
import type { CreateBundleInput } from '../schema'
import { replaceBundleRows } from './bundle-rows'
import { readBundleSnapshot } from './bundle-snapshot'

/** Creates a draft of a bundle, with the first free slug of its title. */
export async function createBundle(
  deps: Deps,
  actor: Actor,
  { title, summary, ...rows }: CreateBundleInput,
): Promise<{ bundleId: string }> {
  enforce(canEditBundle(actor))
  const createdAt = deps.clock.now()
  const created = await insertWithFreeSlug(title, 'bundle', async (slug) => {
    try {
      return await deps.db.$transaction(async (tx) => {
        const { id } = await tx.bundle.create({
          data: { slug, title, summary, createdAt },
          select: { id: true },
        })
        await replaceBundleRows(tx, id, rows)
        await recordAudit(tx, actor, {
          action: 'bundle.create',
          entityType: 'bundle',
          entityId: id,
          after: { slug, ...(await readBundleSnapshot(tx, id)).terms },
        })
        return { bundleId: id }
      })
    } catch (error) {
      if (isUniqueViolation(error)) return null
      throw error
    }
  })
  if (created === null) throw conflict('slug-taken')
  return created
}
