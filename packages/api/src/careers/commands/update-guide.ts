import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { requireChange, unlessNothingChanged } from '../../shared/nothing-changed'
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

const editable = {
  title: true,
  question: true,
  summary: true,
  authors: true,
  reviewers: true,
  reviewedOn: true,
  reviewBy: true,
} as const

/**
 * Changes what a guide says about itself: title, question, summary, people, review dates. A published
 * guide stays complete or the change is refused. What is there already, without a note, leaves no trace.
 * Throws NOT_FOUND, `guide-changed-meanwhile`, `person-unknown`, `guide-incomplete`. A change that is sent
 * twice is a conflict the second time.
 */
export async function updateGuide(
  { db, clock, expireTags }: Pick<Deps, 'db' | 'clock' | 'expireTags'>,
  actor: Actor,
  { slug, version, changeNote, ...fields }: z.infer<typeof updateGuideInput>,
): Promise<{ version: number }> {
  enforce(canEditGuides(actor))
  const change = db.$transaction(async (tx) => {
    const before = await tx.careerGuide.findUnique({ where: { slug }, select: editable })
    const guide = await claimGuide(tx, { slug, version, from: guideStatuses }, fields)
    const after = await tx.careerGuide.findUnique({ where: { slug }, select: editable })
    if (changeNote === '') requireChange(before, after)
    await requirePeople(tx, 'authors', fields.authors)
    await requirePeople(tx, 'reviewers', fields.reviewers)
    await addChange(tx, guide.id, changeNote, clock.now())
    await requireCompleteIfPublished(tx, guide.id)
    await recordAudit(tx, actor, {
      action: 'guide.update',
      entityType: 'guide',
      entityId: slug,
      before,
      after,
    })
    return { version: guide.version }
  })
  const result = await unlessNothingChanged(change)
  if (result === null) return { version }
  expireTags([cacheTags.guides, cacheTags.guide(slug)])
  return result
}
