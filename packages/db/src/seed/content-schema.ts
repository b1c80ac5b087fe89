import { z } from 'zod'
import * as enums from '../generated/enums'

/** A slug as the database's checks accept it. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug (a-z, 0-9, hyphens)')
/** A calendar date, read as midnight UTC. */
export const date = z.iso.date().transform((text) => new Date(`${text}T00:00:00Z`))
const text = z.string().trim().min(1)
const url = z.url({ protocol: /^https?$/ })

export const topicsFile = z.array(
  z.strictObject({ slug, name: text, description: text, parent: slug.nullable() }),
)

export const skillsFile = z.array(
  z.strictObject({ slug, name: text, kind: z.enum(enums.SkillKind), description: text }),
)

export const providersFile = z.array(
  z.strictObject({
    slug,
    name: text,
    kind: z.enum(enums.ProviderKind),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    websiteUrl: url,
    summary: text,
    description: text,
    sourceUrl: url,
    verifiedOn: date,
  }),
)

export const peopleFile = z.array(
  z.strictObject({ slug, name: text, title: text, bio: z.string(), provider: slug }),
)

const price = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  amountMinor: z.int().min(0),
  period: z.enum(enums.PricePeriod),
  note: text.nullable(),
})

const fact = z.strictObject({
  key: z.string().regex(/^[a-z0-9_]+$/),
  label: text,
  value: text,
  sourceTitle: text.nullable(),
  sourceUrl: url.nullable(),
  verifiedOn: date,
})

export const offeringsFile = z.array(
  z.strictObject({
    slug,
    kind: z.enum(enums.OfferingKind),
    origin: z.enum(enums.OfferingOrigin),
    status: z.enum(['draft', 'published']).default('published'),
    provider: slug,
    title: text,
    summary: text.max(200),
    description: text,
    level: z.enum(enums.OfferingLevel),
    languages: z.array(text).min(1),
    duration: z
      .strictObject({
        min: z.number().int().min(0),
        max: z.number().int().min(1),
        unit: z.enum(enums.DurationUnit),
      })
      .nullable(),
    workloadHours: z.number().int().positive().nullable(),
    hoursPerWeek: z.number().int().positive().nullable(),
    topics: z.array(slug),
    skills: z.array(slug),
    outcomes: z.array(text),
    faqs: z.array(z.strictObject({ question: text, answer: text })),
    people: z.array(z.strictObject({ person: slug, role: z.enum(enums.PersonRole) })),
    prices: z.array(price),
    facts: z.array(fact),
    externalUrl: url.nullable(),
    sourceUrl: url.nullable(),
    verifiedOn: date,
    programCourses: z.array(slug),
    exam: z.null(),
  }),
)

export type TopicContent = z.infer<typeof topicsFile>[number]
export type SkillContent = z.infer<typeof skillsFile>[number]
export type ProviderContent = z.infer<typeof providersFile>[number]
export type PersonContent = z.infer<typeof peopleFile>[number]
export type OfferingContent = z.infer<typeof offeringsFile>[number]
