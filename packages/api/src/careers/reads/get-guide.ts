import type { DbOrTx } from '@archway/db/client'
import { guideFactKeys } from '../rules/guide-problems'
import type { GuidePage } from '../schema/guide'
import type { GuideStatus } from '../states'
import { listFactsByKey } from './facts'
import { guideContentSelect } from './guide-content'
import { listGuideOfferings } from './guide-offerings'

async function findPeople(db: DbOrTx, slugs: readonly string[]) {
  const rows = await db.person.findMany({
    where: { slug: { in: [...slugs] } },
    select: { slug: true, name: true, title: true },
  })
  return new Map(rows.map((row) => [row.slug, row]))
}

/** Those of the slugs that have a published guide. */
async function publishedSlugs(db: DbOrTx, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await db.careerGuide.findMany({
    where: { slug: { in: [...slugs] }, status: 'published' },
    select: { slug: true },
  })
  return new Set(rows.map(({ slug }) => slug))
}

/** A guide with everything on its page, or null when none of these states has that slug. */
export async function getGuide(
  db: DbOrTx,
  slug: string,
  statuses: readonly GuideStatus[],
): Promise<GuidePage | null> {
  const guide = await db.careerGuide.findFirst({
    where: { slug, status: { in: [...statuses] } },
    select: {
      ...guideContentSelect,
      id: true,
      slug: true,
      title: true,
      question: true,
      status: true,
      reviewers: true,
      publishedAt: true,
      reviewedOn: true,
      reviewBy: true,
      updatedAt: true,
      version: true,
      changes: { select: { date: true, note: true }, orderBy: { position: 'asc' } },
    },
  })
  if (!guide) return null
  const { id: _, authors, reviewers, skills, offerings, neighbours, ...page } = guide
  const [facts, people, linked, offeringRows] = await Promise.all([
    listFactsByKey(db, guideFactKeys(guide)),
    findPeople(db, [...authors, ...reviewers]),
    publishedSlugs(
      db,
      neighbours.flatMap((row) => (row.slug && row.slug !== slug ? [row.slug] : [])),
    ),
    listGuideOfferings(
      db,
      offerings.map(({ offering: _offering, ...row }) => row),
    ),
  ])
  const named = (slugs: readonly string[]) => slugs.flatMap((one) => people.get(one) ?? [])
  return {
    ...page,
    authors: named(authors),
    reviewers: named(reviewers),
    facts,
    neighbours: neighbours.map((row) => ({
      ...row,
      slug: row.slug !== null && linked.has(row.slug) ? row.slug : null,
    })),
    skills: skills.map(({ skill, ...rest }) => ({ ...skill, ...rest })),
    offerings: offeringRows,
  }
}

/** The published guide with that slug, or null. */
export const getGuideBySlug = (db: DbOrTx, slug: string): Promise<GuidePage | null> =>
  getGuide(db, slug, ['published'])
