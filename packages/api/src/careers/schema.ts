import { z } from 'zod'
import { offeringCard } from '../catalog/schema/search'
import { slugPattern } from '../shared/slug'
import { guideStatuses } from './states'

/** Sections in the order in which a new guide gets them. */
export const guideSectionKinds = [
  'role',
  'comparison',
  'duties',
  'industries',
  'pay',
  'outlook',
  'technical_skills',
  'workplace_skills',
  'education',
  'certifications',
  'path',
  'day',
  'questions',
  'sources',
] as const
export type GuideSectionKind = (typeof guideSectionKinds)[number]

export const factKinds = [
  'pay',
  'outlook',
  'demand',
  'survey',
  'definition',
  'requirement',
] as const
/** From the least to the most. */
export const guideSkillLevels = ['awareness', 'working', 'practitioner', 'expert'] as const
export type GuideSkillLevel = (typeof guideSkillLevels)[number]
export const guideOfferingSections = ['certifications', 'path', 'courses'] as const

const slug = z.string().max(80).regex(slugPattern, 'slug-invalid')
const line = (max: number) => z.string().trim().min(1, 'text-missing').max(max, 'text-too-long')

/** A figure with its source. Dates are calendar days, given as midnight UTC. */
export const factDto = z.object({
  key: z.string(),
  kind: z.enum(factKinds),
  label: z.string(),
  /** one sentence that states the fact and stands alone */
  text: z.string(),
  /** in whole units of `unit`, equal to `valueHigh` for a single value; null for a fact in words */
  valueLow: z.number().nullable(),
  valueHigh: z.number().nullable(),
  /** an ISO 4217 code for money, "percent", or the plural of what is counted ("years") */
  unit: z.string().nullable(),
  currency: z.string().nullable(),
  /** ISO 3166-1 alpha-2, "EU" or "WORLD" */
  region: z.string().nullable(),
  period: z.string().nullable(),
  sourceTitle: z.string(),
  sourcePublisher: z.string(),
  sourceUrl: z.string(),
  sourcePublishedOn: z.date().nullable(),
  verifiedOn: z.date(),
  reviewBy: z.date(),
  note: z.string().nullable(),
  /** what an editor sends back with a change, so that nobody's work is overwritten unseen */
  updatedAt: z.date(),
})
export type FactDto = z.infer<typeof factDto>

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
  /** taken out of the catalogue */
  isWithdrawn: z.boolean(),
  /** the last day on which the provider offers it, where a source states one */
  retiresOn: z.date().nullable(),
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

export const guideSlugInput = z.object({ slug })
const guideVersionInput = guideSlugInput.extend({
  /** the version that the editor saw */
  version: z.number().int().positive(),
})
const personSlugs = z.array(slug).max(10)

export const createGuideInput = guideSlugInput.extend({
  title: line(120),
  question: line(200),
  summary: line(600),
})
export const updateGuideInput = guideVersionInput.extend({
  title: line(120),
  question: line(200),
  summary: line(600),
  authors: personSlugs,
  reviewers: personSlugs,
  reviewedOn: z.date().nullable(),
  reviewBy: z.date().nullable(),
  /** shown to readers in the change log; left out when the change is not worth a line */
  changeNote: z.string().trim().max(300).default(''),
})
export const updateSectionInput = guideVersionInput.extend({
  kind: z.enum(guideSectionKinds),
  title: line(120),
  bodyHtml: z.string().max(100_000, 'text-too-long'),
  changeNote: z.string().trim().max(300).default(''),
})
export const guideStateInput = guideVersionInput.extend({
  reason: z.string().trim().min(3, 'reason-missing').max(500),
})
export const publishGuideInput = guideVersionInput

const factFields = z.object({
  key: slug,
  kind: z.enum(factKinds),
  label: line(200),
  text: line(1000),
  valueLow: z.number().nullable(),
  valueHigh: z.number().nullable(),
  unit: z.string().trim().min(1).max(40).nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'currency-invalid')
    .nullable(),
  region: z
    .string()
    .regex(/^([A-Z]{2}|WORLD)$/, 'region-invalid')
    .nullable(),
  period: z.string().trim().min(1).max(120).nullable(),
  sourceTitle: line(300),
  sourcePublisher: line(200),
  sourceUrl: z.url({ protocol: /^https?$/, error: 'url-invalid' }).max(2000),
  sourcePublishedOn: z.date().nullable(),
  verifiedOn: z.date(),
  reviewBy: z.date(),
  note: z.string().trim().min(1).max(1000).nullable(),
})
type FactFields = z.infer<typeof factFields>

const isRange = ({ valueLow, valueHigh }: FactFields) =>
  valueLow === null ? valueHigh === null : valueHigh !== null && valueLow <= valueHigh
const isDated = ({ verifiedOn, reviewBy }: FactFields) => verifiedOn < reviewBy

export const createFactInput = factFields
  .refine(isRange, { error: 'range-invalid', path: ['valueHigh'] })
  .refine(isDated, { error: 'review-before-verified', path: ['reviewBy'] })
export const updateFactInput = factFields
  .extend({ updatedAt: z.date() })
  .refine(isRange, { error: 'range-invalid', path: ['valueHigh'] })
  .refine(isDated, { error: 'review-before-verified', path: ['reviewBy'] })

export const listFactsInput = z.object({
  q: z.string().trim().max(200).default(''),
  onlyOverdue: z.boolean().default(false),
})

/** A guide as the staff table shows it. */
export const adminGuideRow = guideSummary.extend({
  status: z.enum(guideStatuses),
  version: z.number(),
  reviewBy: z.date().nullable(),
  problemCount: z.number(),
})
/** A guide as its editor sees it: with what keeps it from being published. */
export const adminGuide = guidePage.extend({ problems: z.array(guideProblem) })
export const adminFact = factDto.extend({ isOverdue: z.boolean(), guides: z.array(z.string()) })
export const guideVersionResult = z.object({ version: z.number() })
export const factVersionResult = z.object({ updatedAt: z.date() })
