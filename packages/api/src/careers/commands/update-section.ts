import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { sanitiseHtml } from '../../shared/html'
import { requireChange, unlessNothingChanged } from '../../shared/nothing-changed'
import { enforce } from '../../shared/policy-result'
import { canEditGuides } from '../policy'
import type { updateSectionInput } from '../schema/editing'
import { guideSectionKinds } from '../schema/vocabulary'
import { guideStatuses } from '../states'
import { addChange, claimGuide, requireCompleteIfPublished } from './save-guide'

/**
 * Writes one section, making it if the guide has none of that kind yet. The HTML is sanitised; in a
 * published guide it may hold no unsourced figure and no unknown fact. What is there already, without a
 * note, leaves no trace. Throws NOT_FOUND, `guide-changed-meanwhile`, `guide-incomplete`. A change that is
 * sent twice is a conflict the second time.
 */
export async function updateSection(
  { db, clock, expireTags }: Pick<Deps, 'db' | 'clock' | 'expireTags'>,
  actor: Actor,
  input: z.infer<typeof updateSectionInput>,
): Promise<{ version: number }> {
  enforce(canEditGuides(actor))
  const { slug, version, kind, title } = input
  const bodyHtml = sanitiseHtml(input.bodyHtml)
  const change = db.$transaction(async (tx) => {
    const guide = await claimGuide(tx, { slug, version, from: guideStatuses }, {})
    const id = { guideId_kind: { guideId: guide.id, kind } }
    const before = await tx.guideSection.findUnique({
      where: id,
      select: { title: true, bodyHtml: true },
    })
    if (input.changeNote === '') requireChange(before, { title, bodyHtml })
    await tx.guideSection.upsert({
      where: id,
      update: { title, bodyHtml },
      create: {
        guideId: guide.id,
        kind,
        title,
        bodyHtml,
        position: guideSectionKinds.indexOf(kind),
      },
    })
    await addChange(tx, guide.id, input.changeNote, clock.now())
    await requireCompleteIfPublished(tx, guide.id)
    await recordAudit(tx, actor, {
      action: 'guide.update-section',
      entityType: 'guide',
      entityId: slug,
      before: { kind, ...before },
      after: { kind, title, bodyHtml },
    })
    return { version: guide.version }
  })
  const result = await unlessNothingChanged(change)
  if (result === null) return { version }
  expireTags([cacheTags.guides, cacheTags.guide(slug)])
  return result
}
