import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { requireChange, unlessNothingChanged } from '../../shared/nothing-changed'
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

const readParts = (tx: Tx, id: string) =>
  tx.careerGuide.findUniqueOrThrow({ where: { id }, select: guidePartsSelect })

/**
 * Replaces one list of a guide: permission, version, list, change log, completeness and the audit
 * entry with the list before and after, in one transaction. `write` throws to refuse the new rows. A list
 * that is there already, without a note, leaves no trace. Throws NOT_FOUND, `guide-changed-meanwhile`,
 * `guide-incomplete`. A change that is sent twice is a conflict the second time.
 */
export async function editGuide(
  { db, clock, expireTags }: EditDeps,
  actor: Actor,
  { slug, version, changeNote }: Edit,
  list: GuideList,
  write: (tx: Tx, guideId: string) => Promise<void>,
): Promise<{ version: number }> {
  enforce(canEditGuides(actor))
  const change = db.$transaction(async (tx) => {
    const guide = await claimGuide(tx, { slug, version, from: guideStatuses }, {})
    const before = await readParts(tx, guide.id)
    await write(tx, guide.id)
    const after = await readParts(tx, guide.id)
    // All of them: a stage that is replaced by one of its name takes its offerings along.
    if (changeNote === '') requireChange(before, after)
    await addChange(tx, guide.id, changeNote, clock.now())
    await requireCompleteIfPublished(tx, guide.id)
    await recordAudit(tx, actor, {
      action: `guide.update-${list}`,
      entityType: 'guide',
      entityId: slug,
      before: { [list]: before[list] },
      after: { [list]: after[list] },
    })
    return { version: guide.version }
  })
  const result = await unlessNothingChanged(change)
  if (result === null) return { version }
  // Pages of offerings name the guides that lead to them.
  expireTags([cacheTags.guides, cacheTags.guide(slug), cacheTags.catalog])
  return result
}
