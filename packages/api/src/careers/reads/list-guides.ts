import type { DbOrTx } from '@archway/db/client'
import type { OfferingStatus } from '../../catalog/schema/vocabulary'
import { guideFactKeys } from '../rules/guide-problems'
import { isFactOverdue } from '../rules/is-fact-overdue'
import type { GuideSummary } from '../schema/guide'
import { type GuideStatus, guideStatuses } from '../states'
import { guideContentSelect, listGuideProblems } from './guide-content'

const isPublic = (status: OfferingStatus) => status === 'published' || status === 'retired'

async function listGuideRows(db: DbOrTx, statuses: readonly GuideStatus[], today: Date) {
  const guides = await db.careerGuide.findMany({
    where: { status: { in: [...statuses] } },
    orderBy: [{ title: 'asc' }],
    select: {
      ...guideContentSelect,
      slug: true,
      title: true,
      question: true,
      status: true,
      version: true,
      reviewedOn: true,
      reviewBy: true,
      updatedAt: true,
    },
  })
  const facts = await db.fact.findMany({ select: { key: true, reviewBy: true } })
  const overdue = new Set(facts.filter((fact) => isFactOverdue(fact, today)).map(({ key }) => key))
  const known = new Set(facts.map(({ key }) => key))
  return guides.map((guide) => {
    const keys = guideFactKeys(guide).filter((key) => known.has(key))
    const { slug, title, question, summary, reviewedOn, reviewBy, updatedAt } = guide
    return {
      guide,
      row: {
        slug,
        title,
        question,
        summary,
        reviewedOn,
        reviewBy,
        updatedAt,
        factCount: keys.length,
        overdueCount: keys.filter((key) => overdue.has(key)).length,
        offeringCount: new Set(
          guide.offerings
            .filter(({ offering }) => isPublic(offering.status))
            .map(({ offeringId }) => offeringId),
        ).size,
        sectionTitles: guide.sections.map((section) => section.title),
      },
    }
  })
}

/** All published guides by title, with how many of their facts are due for another look today. */
export async function listGuides(db: DbOrTx, today: Date): Promise<GuideSummary[]> {
  return (await listGuideRows(db, ['published'], today)).map(({ row }) => row)
}

/** All guides in every state, with what is missing, for staff. */
export async function listGuidesForStaff(db: DbOrTx, today: Date) {
  const rows = await listGuideRows(db, guideStatuses, today)
  return await Promise.all(
    rows.map(async ({ guide, row }) => ({
      ...row,
      status: guide.status,
      version: guide.version,
      problemCount: (await listGuideProblems(db, guide)).length,
    })),
  )
}
