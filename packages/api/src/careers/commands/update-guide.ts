import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canEditGuides } from '../policy'
import type { updateGuideInput } from '../schema/editing'
import { guideStatuses } from '../states'
import { addChange, claimGuide, requireCompleteIfPublished } from './save-guide'

async function requirePeople(tx: Tx, field: string, slugs: readonly string[]): Promise<void> {
  const rows = await tx.person.findMany({
    where: { slug: { in: [...slugs] } },
    select: { slug: true },
  })
  const known = new Set(rows.map(({ slug }) => slug))
  const unknown = slugs.find((slug) => !known.has(slug))
  if (unknown !== undefined) throw invalid('person-unknown', field, { slug: unknown })
}

/**
 * Changes what a guide says about itself: title, question, summary, people, review dates. A published
 * guide stays complete or the change is refused. Throws NOT_FOUND, `guide-changed-meanwhile`,
 * `person-unknown`, `guide-incomplete`. Sent twice, the second one is a conflict.
 */
export async function updateGuide(
  { db, clock, expireTags }: Pick<Deps, 'db' | 'clock' | 'expireTags'>,
  actor: Actor,
  { slug, version, changeNote, ...fields }: z.infer<typeof updateGuideInput>,
): Promise<{ version: number }> {
  enforce(canEditGuides(actor))
  const result = await db.$transaction(async (tx) => {
    const before = await tx.careerGuide.findUnique({
      where: { slug },
      select: {
        title: true,
        question: true,
        summary: true,
        authors: true,
        reviewers: true,
        reviewedOn: true,
        reviewBy: true,
      },
    })
    const guide = await claimGuide(tx, { slug, version, from: guideStatuses }, fields)
    await requirePeople(tx, 'authors', fields.authors)
    await requirePeople(tx, 'reviewers', fields.reviewers)
    await addChange(tx, guide.id, changeNote, clock.now())
    await requireCompleteIfPublished(tx, guide.id)
    await recordAudit(tx, actor, {
      action: 'guide.update',
      entityType: 'guide',
      entityId: slug,
      before,
      after: fields,
    })
    return { version: guide.version }
  })
  expireTags([cacheTags.guides, cacheTags.guide(slug)])
  return result
}
