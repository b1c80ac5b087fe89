import type { DbOrTx } from '@archway/db/client'
import { notFound } from '../../shared/errors'
import { guideProblems } from '../rules/guide-problems'
import { guideStatuses } from '../states'
import { getGuide } from './get-guide'

/** A guide in any state as its editor sees it, with what keeps it from being published. Throws NOT_FOUND. */
export async function requireGuideForStaff(db: DbOrTx, slug: string) {
  const guide = await getGuide(db, slug, guideStatuses)
  if (!guide) throw notFound('guide')
  const draft = { ...guide, authors: guide.authors.map((author) => author.slug) }
  return { ...guide, problems: guideProblems(draft, guide.facts) }
}
