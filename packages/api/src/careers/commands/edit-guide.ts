import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { enforce } from '../../shared/policy-result'
import { canEditGuides } from '../policy'
import { guidePartsSelect } from '../reads/guide-parts'
import { guideStatuses } from '../states'
import { addChange, claimGuide, requireCompleteIfPublished } from './save-guide'

export type EditDeps = Pick<Deps, 'db' | 'clock' | 'expireTags'>

/** Which guide, the version that the editor saw, and the line for its change log. */
export type Edit = { slug: string; version: number; changeNote: string }

/** One of the lists that a guide is made of. */
export type GuideList = keyof typeof guidePartsSelect

async function readList(tx: Tx, id: string, list: GuideList): Promise<unknown[]> {
  const guide = await tx.careerGuide.findUniqueOrThrow({ where: { id }, select: guidePartsSelect })
  return guide[list]
}

/**
 * Replaces one list of a guide: permission, version, list, change log, completeness and the audit
 * entry with the list before and after, in one transaction. `write` throws to refuse the new rows.
 * Throws NOT_FOUND, `guide-changed-meanwhile`, `guide-incomplete`. Sent twice, the second one is a
 * conflict.
 */
export async function editGuide(
  { db, clock, expireTags }: EditDeps,
  actor: Actor,
  { slug, version, changeNote }: Edit,
  list: GuideList,
  write: (tx: Tx, guideId: string) => Promise<void>,
): Promise<{ version: number }> {
  enforce(canEditGuides(actor))
  const result = await db.$transaction(async (tx) => {
    const guide = await claimGuide(tx, { slug, version, from: guideStatuses }, {})
    const before = await readList(tx, guide.id, list)
    await write(tx, guide.id)
    await addChange(tx, guide.id, changeNote, clock.now())
    await requireCompleteIfPublished(tx, guide.id)
    await recordAudit(tx, actor, {
      action: `guide.update-${list}`,
      entityType: 'guide',
      entityId: slug,
      before: { [list]: before },
      after: { [list]: await readList(tx, guide.id, list) },
    })
    return { version: guide.version }
  })
  // Pages of offerings name the guides that lead to them.
  expireTags([cacheTags.guides, cacheTags.guide(slug), cacheTags.catalog])
  return result
}
