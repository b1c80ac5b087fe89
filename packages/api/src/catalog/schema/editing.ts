import { z } from 'zod'
import { isWholeCharge } from '../../shared/charge-step'
import { isBelowMinimumCharge } from '../../shared/minimum-charge'
import { pageInput } from '../../shared/pagination'
import { slugPattern } from '../../shared/slug'
import {
  durationUnits,
  offeringKinds,
  offeringLevels,
  offeringOrigins,
  offeringStatuses,
  personRoles,
  pricePeriods,
} from './vocabulary'

const line = (max: number) => z.string().trim().max(max)
const required = (max: number) => line(max).min(1)
const webUrl = z.url({ protocol: /^https?$/ }).max(2000)
const html = z.string().max(200_000)

export const offeringIdInput = z.object({ offeringId: z.uuid() })
/** The version that the editor saw: a change on top of another one is refused, not lost. */
const versioned = offeringIdInput.extend({ version: z.number().int().positive() })

/** What an offering is created with; the rest is filled in afterwards. */
export const createOfferingInput = z.object({
  kind: z.enum(offeringKinds),
  origin: z.enum(offeringOrigins),
  providerId: z.uuid(),
  title: required(200),
  /** made from the title when left out */
  slug: z.string().regex(slugPattern).max(80).optional(),
  level: z.enum(offeringLevels).default('mixed'),
})

export const priceInput = z
  .object({
    currency: z.string().regex(/^[A-Z]{3}$/),
    /** minor units */
    amountMinor: z.coerce.bigint().min(0n).max(100_000_000_00n),
    period: z.enum(pricePeriods),
    note: line(200).nullable().default(null),
  })
  .refine(isWholeCharge, { message: 'amount-in-steps', path: ['amountMinor'] })
  .refine((price) => !isBelowMinimumCharge(price), {
    message: 'below-minimum-charge',
    path: ['amountMinor'],
  })

const durationInput = z
  .object({
    min: z.number().int().min(0).max(10_000),
    max: z.number().int().min(1).max(10_000),
    unit: z.enum(durationUnits),
  })
  .refine(({ min, max }) => max >= min, { message: 'max-below-min', path: ['max'] })

const unique = <Item>(keyOf: (item: Item) => string) => ({
  check: (items: Item[]) => new Set(items.map(keyOf)).size === items.length,
  params: { message: 'duplicates' },
})
const noDoubles = unique((id: string) => id)
const idList = (max: number) => z.array(z.uuid()).max(max).refine(noDoubles.check, noDoubles.params)
const uniquePrices = unique(
  (price: z.infer<typeof priceInput>) => `${price.currency} ${price.period}`,
)

/** Fields left out stay as they are; lists are replaced as a whole. */
export const updateOfferingInput = versioned.extend({
  changes: z
    .object({
      slug: z.string().regex(slugPattern).max(80),
      title: required(200),
      summary: line(300),
      descriptionHtml: html,
      level: z.enum(offeringLevels),
      providerId: z.uuid(),
      languages: z
        .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))
        .min(1)
        .max(20),
      duration: durationInput.nullable(),
      workloadHours: z.number().int().min(1).max(10_000).nullable(),
      hoursPerWeek: z.number().int().min(1).max(100).nullable(),
      imageKey: line(300).nullable(),
      externalUrl: webUrl.nullable(),
      sourceUrl: webUrl.nullable(),
      verifiedOn: z.date().nullable(),
      topicIds: idList(10),
      skillIds: idList(40),
      outcomes: z.array(required(300)).max(20),
      faqs: z.array(z.object({ question: required(300), answerHtml: html })).max(30),
      people: z.array(z.object({ personId: z.uuid(), role: z.enum(personRoles) })).max(30),
      facts: z
        .array(
          z.object({
            key: z.string().regex(/^[a-z0-9_]{1,60}$/),
            label: required(100),
            value: required(500),
            sourceTitle: line(300).nullable(),
            sourceUrl: webUrl.nullable(),
            verifiedOn: z.date(),
          }),
        )
        .max(40),
      /** what it costs from now on: prices that are not in the list end, changed ones end and begin anew */
      prices: z.array(priceInput).max(20).refine(uniquePrices.check, uniquePrices.params),
      /** programs only: ids of its courses in order */
      programCourseIds: idList(40),
    })
    .partial(),
})
export type UpdateOfferingInput = z.infer<typeof updateOfferingInput>

/** Submit, publish, unschedule, return to draft, restore. */
export const offeringStepInput = versioned
export const scheduleOfferingInput = versioned.extend({ publishAt: z.date() })
export const retireOfferingInput = versioned.extend({ reason: required(500) })
export const offeringStateOutput = z.object({
  offeringId: z.uuid(),
  status: z.enum(offeringStatuses),
  version: z.number(),
})

export const adminSorts = [
  'title',
  'status',
  'provider',
  'updatedAt',
  'publishedAt',
  'rating',
  'enrolments',
] as const

/** The table of offerings for staff; every filter means "any of these". */
export const adminListInput = pageInput.extend({
  search: line(200).optional(),
  kind: z.array(z.enum(offeringKinds)).max(10).optional(),
  origin: z.array(z.enum(offeringOrigins)).max(10).optional(),
  status: z.array(z.enum(offeringStatuses)).max(10).optional(),
  providerId: z.uuid().optional(),
  sort: z.enum(adminSorts).default('updatedAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminListInput = z.infer<typeof adminListInput>

export const adminOfferingRow = z.object({
  id: z.string(),
  slug: z.string(),
  kind: z.enum(offeringKinds),
  origin: z.enum(offeringOrigins),
  status: z.enum(offeringStatuses),
  title: z.string(),
  level: z.enum(offeringLevels),
  provider: z.object({ id: z.string(), name: z.string() }),
  publishAt: z.date().nullable(),
  publishedAt: z.date().nullable(),
  updatedAt: z.date(),
  ratingCenti: z.number().nullable(),
  ratingCount: z.number(),
  enrolments: z.number(),
  /** active one-time prices */
  prices: z.array(z.object({ currency: z.string(), amountMinor: z.bigint() })),
  version: z.number(),
})
export type AdminOfferingRow = z.infer<typeof adminOfferingRow>

/** Why an offering cannot be published yet: keys of the message catalogue (`publish-blockers.<key>`). */
export const publishBlockers = [
  'summary-missing',
  'description-missing',
  'language-missing',
  'price-missing',
  'content-missing',
  'courses-missing',
  'course-not-published',
  'link-missing',
  'source-missing',
] as const
export type PublishBlocker = (typeof publishBlockers)[number]

export const lookupInput = z.object({
  q: line(100).default(''),
  limit: z.number().int().min(1).max(50).default(20),
})
export const lookupOutput = z.array(
  z.object({ id: z.string(), slug: z.string(), name: z.string(), hint: z.string().optional() }),
)

export const createSkillInput = z.object({
  name: required(80),
  kind: z.enum(['technical', 'workplace']).default('technical'),
})
export const saveTopicInput = z.object({
  topicId: z.uuid().optional(),
  name: required(80),
  description: line(500).default(''),
  parentId: z.uuid().nullable().default(null),
})
export const savePersonInput = z.object({
  personId: z.uuid().optional(),
  name: required(120),
  title: line(120).default(''),
  bio: line(2000).default(''),
  providerId: z.uuid().nullable().default(null),
})
export const createdOutput = z.object({ id: z.uuid(), slug: z.string(), name: z.string() })
