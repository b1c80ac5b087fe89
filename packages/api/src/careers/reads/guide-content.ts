import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { guideFactKeys, guideProblems } from '../rules/guide-problems'
import type { GuideProblem } from '../schema/guide'
import { listFactsByKey } from './facts'

/** What the rules look at: all texts of a guide. */
export const guideContentSelect = {
  summary: true,
  authors: true,
  sections: {
    select: { kind: true, title: true, bodyHtml: true },
    orderBy: { position: 'asc' },
  },
  questions: {
    select: { question: true, answerHtml: true },
    orderBy: { position: 'asc' },
  },
  neighbours: {
    select: {
      role: true,
      slug: true,
      focus: true,
      deliverables: true,
      skills: true,
      typicalBackground: true,
      payFactKey: true,
    },
    orderBy: { position: 'asc' },
  },
  stages: {
    select: { title: true, years: true, description: true, milestones: true },
    orderBy: { position: 'asc' },
  },
  skills: {
    select: { level: true, why: true, skill: { select: { slug: true, name: true, kind: true } } },
    orderBy: { position: 'asc' },
  },
  offerings: {
    select: {
      offeringId: true,
      section: true,
      stage: true,
      why: true,
      offering: { select: { status: true } },
    },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.CareerGuideSelect

export type GuideContent = Prisma.CareerGuideGetPayload<{ select: typeof guideContentSelect }>

/** What keeps the guide from being published, as of this transaction. */
export async function listGuideProblems(db: DbOrTx, guide: GuideContent): Promise<GuideProblem[]> {
  return guideProblems(guide, await listFactsByKey(db, guideFactKeys(guide)))
}
