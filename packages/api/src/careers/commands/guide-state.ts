import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { enforce } from '../../shared/policy-result'
import { statesBefore } from '../../shared/transition'
import { canEditGuides } from '../policy'
import type { guideStateInput, guideVersionInput } from '../schema/editing'
import { guideTransitions } from '../states'
import { claimGuide, requireCompleteIfPublished } from './save-guide'

/**
 * Makes a guide public. Refused as `guide-incomplete` while a figure in it has no source or a core
 * section is missing. Throws NOT_FOUND, `guide-changed-meanwhile`, `guide-wrong-state`; published
 * twice, the second call is a conflict and changes nothing.
 */
export async function publishGuide(
  { db, clock, expireTags }: Pick<Deps, 'db' | 'clock' | 'expireTags'>,
  actor: Actor,
  { slug, version }: z.infer<typeof guideVersionInput>,
): Promise<{ version: number }> {
  enforce(canEditGuides(actor))
  const result = await db.$transaction(async (tx) => {
    const before = await tx.careerGuide.findUnique({
      where: { slug },
      select: { status: true, publishedAt: true },
    })
    const guide = await claimGuide(
      tx,
      { slug, version, from: statesBefore(guideTransitions, 'published') },
      { status: 'published', publishedAt: before?.publishedAt ?? clock.now() },
    )
    await requireCompleteIfPublished(tx, guide.id)
    await recordAudit(tx, actor, {
      action: 'guide.publish',
      entityType: 'guide',
      entityId: slug,
      before: { status: before?.status },
      after: { status: 'published' },
    })
    return { version: guide.version }
  })
  expireTags([cacheTags.guides, cacheTags.guide(slug), cacheTags.catalog])
  return result
}

/** Takes a guide down. Nothing is deleted; it can be published again. */
export async function retireGuide(
  { db, expireTags }: Pick<Deps, 'db' | 'expireTags'>,
  actor: Actor,
  { slug, version, reason }: z.infer<typeof guideStateInput>,
): Promise<{ version: number }> {
  enforce(canEditGuides(actor))
  const result = await db.$transaction(async (tx) => {
    const guide = await claimGuide(
      tx,
      { slug, version, from: statesBefore(guideTransitions, 'retired') },
      { status: 'retired' },
    )
    await recordAudit(tx, actor, {
      action: 'guide.retire',
      entityType: 'guide',
      entityId: slug,
      before: { status: 'published' },
      after: { status: 'retired' },
      reason,
    })
    return { version: guide.version }
  })
  expireTags([cacheTags.guides, cacheTags.guide(slug), cacheTags.catalog])
  return result
}
