import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { OfferingStatus } from '../../catalog/schema/vocabulary'
import { offsetOf, type Page } from '../../shared/pagination'
import { guideFactKeys } from '../rules/guide-problems'
import { isFactOverdue } from '../rules/is-fact-overdue'
import type { AdminGuideRow, AdminGuidesInput, GuideSummary } from '../schema/guide'
import { guideContentSelect, listGuideProblems } from './guide-content'

const isPublic = (status: OfferingStatus) => status === 'published' || status === 'retired'

const rowSelect = {
  ...guideContentSelect,
  slug: true,
  title: true,
  question: true,
  status: true,
  version: true,
  reviewedOn: true,
  reviewBy: true,
  updatedAt: true,
} satisfies Prisma.CareerGuideSelect
type GuideRow = Prisma.CareerGuideGetPayload<{ select: typeof rowSelect }>

/** Sums a guide up; `facts` are all there are. */
function summarise(
  guide: GuideRow,
  facts: ReadonlyMap<string, { isOverdue: boolean }>,
): GuideSummary {
  const used = guideFactKeys(guide).flatMap((key) => facts.get(key) ?? [])
  const shown = guide.offerings.filter(({ offering }) => isPublic(offering.status))
  return {
    slug: guide.slug,
    title: guide.title,
    question: guide.question,
    summary: guide.summary,
    reviewedOn: guide.reviewedOn,
    updatedAt: guide.updatedAt,
    factCount: used.length,
    overdueCount: used.filter(({ isOverdue }) => isOverdue).length,
    offeringCount: new Set(shown.map(({ offeringId }) => offeringId)).size,
    sectionTitles: guide.sections.map((section) => section.title),
  }
}

async function loadFactStates(db: DbOrTx, today: Date) {
  const facts = await db.fact.findMany({ select: { key: true, reviewBy: true } })
  return new Map(facts.map((fact) => [fact.key, { isOverdue: isFactOverdue(fact, today) }]))
}

/** All published guides by title, with how many of their facts are due for another look today. */
export async function listGuides(db: DbOrTx, today: Date): Promise<GuideSummary[]> {
  const [guides, facts] = await Promise.all([
    db.careerGuide.findMany({
      where: { status: 'published' },
      orderBy: { title: 'asc' },
      select: rowSelect,
    }),
    loadFactStates(db, today),
  ])
  return guides.map((guide) => summarise(guide, facts))
}

const orders: Record<
  AdminGuidesInput['sort'],
  (sort: 'asc' | 'desc') => Prisma.CareerGuideOrderByWithRelationInput
> = {
  title: (title) => ({ title }),
  reviewBy: (sort) => ({ reviewBy: { sort, nulls: 'last' } }),
  updatedAt: (updatedAt) => ({ updatedAt }),
}

/** One page of the guides in every state, with how much keeps each from being public, for staff. */
export async function listGuidesForStaff(
  db: DbOrTx,
  input: AdminGuidesInput,
  today: Date,
): Promise<Page<AdminGuideRow>> {
  const text = { contains: input.search, mode: 'insensitive' as const }
  const where: Prisma.CareerGuideWhereInput = {
    ...(input.status ? { status: input.status } : {}),
    ...(input.search ? { OR: [{ title: text }, { question: text }, { slug: text }] } : {}),
  }
  const [guides, total, facts] = await Promise.all([
    db.careerGuide.findMany({
      where,
      orderBy: [orders[input.sort](input.direction), { slug: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select: rowSelect,
    }),
    db.careerGuide.count({ where }),
    loadFactStates(db, today),
  ])
  const rows = await Promise.all(
    guides.map(async (guide) => ({
      ...summarise(guide, facts),
      reviewBy: guide.reviewBy,
      status: guide.status,
      version: guide.version,
      problemCount: (await listGuideProblems(db, guide)).length,
    })),
  )
  return { rows, total, page: input.page, pageSize: input.pageSize }
}
