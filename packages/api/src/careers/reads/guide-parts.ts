import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { isListedKind } from '../../catalog/schema/vocabulary'
import { notFound } from '../../shared/errors'
import type { GuideParts } from '../schema/parts'

const ordered = { orderBy: { position: 'asc' } } as const

/** The lists of a guide as their commands write them, without the names that go with their ids. */
export const guidePartsSelect = {
  neighbours: {
    ...ordered,
    select: {
      role: true,
      slug: true,
      focus: true,
      deliverables: true,
      skills: true,
      typicalBackground: true,
      payFactKey: true,
    },
  },
  stages: { ...ordered, select: { title: true, years: true, description: true, milestones: true } },
  skills: { ...ordered, select: { skillId: true, level: true, why: true } },
  questions: { ...ordered, select: { question: true, answerHtml: true } },
  offerings: {
    ...ordered,
    select: { offeringId: true, section: true, stage: true, why: true },
  },
} satisfies Prisma.CareerGuideSelect

/**
 * Every list of a guide in any state, as it is stored. Unlike the page that readers see it keeps
 * offerings that are not public and links to guides that are not. Throws NOT_FOUND.
 */
export async function requireGuideParts(db: DbOrTx, slug: string): Promise<GuideParts> {
  const guide = await db.careerGuide.findUnique({
    where: { slug },
    select: {
      slug: true,
      title: true,
      status: true,
      version: true,
      ...guidePartsSelect,
      skills: {
        ...ordered,
        select: {
          ...guidePartsSelect.skills.select,
          skill: { select: { name: true, kind: true } },
        },
      },
      offerings: {
        ...ordered,
        select: {
          ...guidePartsSelect.offerings.select,
          offering: {
            select: { title: true, kind: true, status: true, provider: { select: { name: true } } },
          },
        },
      },
    },
  })
  if (!guide) throw notFound('guide')
  return {
    ...guide,
    skills: guide.skills.map(({ skill, ...row }) => ({ ...row, ...skill })),
    offerings: guide.offerings.flatMap(({ offering: { provider, kind, ...offering }, ...row }) =>
      isListedKind(kind) ? { ...row, ...offering, kind, provider: provider.name } : [],
    ),
  }
}
