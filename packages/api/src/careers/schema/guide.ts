import { z } from 'zod'
import { offeringCard } from '../../catalog/schema/search'
import { pageInput } from '../../shared/pagination'
import { guideStatuses } from '../states'
import { factDto } from './facts'
import { guideOfferingSections, guideSectionKinds, guideSkillLevels } from './vocabulary'

export const personRef = z.object({ slug: z.string(), name: z.string(), title: z.string() })

/** A guide as lists show it. */
export const guideSummary = z.object({
  slug: z.string(),
  title: z.string(),
  question: z.string(),
  summary: z.string(),
  reviewedOn: z.date().nullable(),
  updatedAt: z.date(),
  /** sourced facts that the guide uses, and how many of them are due for another look */
  factCount: z.number(),
  overdueCount: z.number(),
  offeringCount: z.number(),
  sectionTitles: z.array(z.string()),
})
export type GuideSummary = z.infer<typeof guideSummary>

export const guideSection = z.object({
  kind: z.enum(guideSectionKinds),
  title: z.string(),
  /** sanitised HTML in which `<span data-fact="key">` stands for a figure */
  bodyHtml: z.string(),
})
export type GuideSection = z.infer<typeof guideSection>

export const guideOffering = z.object({
  offering: offeringCard,
  section: z.enum(guideOfferingSections),
  /** index of the stage that it serves */
  stage: z.number().nullable(),
  why: z.string(),
})
export type GuideOffering = z.infer<typeof guideOffering>

/** Everything that a guide's page shows. */
export const guidePage = z.object({
  slug: z.string(),
  title: z.string(),
  question: z.string(),
  summary: z.string(),
  status: z.enum(guideStatuses),
  authors: z.array(personRef),
  reviewers: z.array(personRef),
  publishedAt: z.date().nullable(),
  reviewedOn: z.date().nullable(),
  reviewBy: z.date().nullable(),
  updatedAt: z.date(),
  version: z.number(),
  sections: z.array(guideSection),
  /** every fact that the guide uses, in order of first use: the numbers of its notes */
  facts: z.array(factDto),
  neighbours: z.array(
    z.object({
      role: z.string(),
      /** a published guide about it, or null */
      slug: z.string().nullable(),
      focus: z.string(),
      deliverables: z.string(),
      skills: z.string(),
      typicalBackground: z.string(),
      payFactKey: z.string().nullable(),
    }),
  ),
  skills: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      kind: z.enum(['technical', 'workplace']),
      level: z.enum(guideSkillLevels),
      why: z.string(),
    }),
  ),
  stages: z.array(
    z.object({
      title: z.string(),
      years: z.string(),
      description: z.string(),
      milestones: z.array(z.string()),
    }),
  ),
  offerings: z.array(guideOffering),
  questions: z.array(z.object({ question: z.string(), answerHtml: z.string() })),
  changes: z.array(z.object({ date: z.date(), note: z.string() })),
})
export type GuidePage = z.infer<typeof guidePage>

/** Something that keeps a guide from being published. */
export const guideProblem = z.object({
  code: z.enum([
    'section-missing',
    'author-missing',
    'figure-unsourced',
    'fact-unknown',
    'fact-unsourced',
  ]),
  /** the section's kind, or which other part of the guide */
  place: z.string(),
  /** the figure or the key of the fact; "" when the place says it all */
  detail: z.string(),
})
export type GuideProblem = z.infer<typeof guideProblem>

/** A guide as the staff table shows it. */
export const adminGuideRow = guideSummary.extend({
  status: z.enum(guideStatuses),
  version: z.number(),
  reviewBy: z.date().nullable(),
  problemCount: z.number(),
})
/** A guide as its editor sees it: with what keeps it from being published. */
export const adminGuide = guidePage.extend({ problems: z.array(guideProblem) })
export type AdminGuideRow = z.infer<typeof adminGuideRow>

export const adminGuidesInput = pageInput.extend({
  search: z.string().trim().max(100).optional(),
  status: z.enum(guideStatuses).optional(),
  sort: z.enum(['title', 'reviewBy', 'updatedAt']).default('title'),
  direction: z.enum(['asc', 'desc']).default('asc'),
})
export type AdminGuidesInput = z.output<typeof adminGuidesInput>
