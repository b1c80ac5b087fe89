import { z } from 'zod'
import * as enums from '../generated/enums'
import { date, slug } from './content-schema'

const text = z.string().trim().min(1)

export const guideFile = z.strictObject({
  slug,
  title: text,
  question: text,
  summary: text,
  publishedOn: date,
  reviewedOn: date,
  reviewBy: date,
  authors: z.array(slug).min(1),
  reviewers: z.array(slug),
  changeLog: z.array(z.strictObject({ date, note: text })),
  facts: z.array(
    z.strictObject({
      key: slug,
      kind: z.enum(enums.FactKind),
      label: text,
      valueLow: z.number().nullable(),
      valueHigh: z.number().nullable(),
      unit: text.nullable(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .nullable(),
      region: text.nullable(),
      period: text.nullable(),
      text,
      source: z.strictObject({
        title: text,
        publisher: text,
        url: z.url({ protocol: /^https?$/ }),
        publishedOn: date.nullable(),
      }),
      verifiedOn: date,
      reviewBy: date,
      note: text.nullable(),
    }),
  ),
  sections: z.array(
    z.strictObject({
      kind: z.enum(enums.GuideSectionKind),
      title: text,
      body: text,
      facts: z.array(slug),
    }),
  ),
  neighbours: z.array(
    z.strictObject({
      role: text,
      slug: slug.nullable(),
      focus: text,
      deliverables: text,
      skills: text,
      typicalBackground: text,
      payFactKey: slug.nullable(),
    }),
  ),
  skills: z.array(
    z.strictObject({
      skill: slug,
      kind: z.enum(enums.SkillKind),
      level: z.enum(enums.GuideSkillLevel),
      why: text,
    }),
  ),
  stages: z.array(
    z.strictObject({ title: text, years: text, description: text, milestones: z.array(text) }),
  ),
  offerings: z.array(
    z.strictObject({
      offering: slug,
      stage: z.number().int().min(0).nullable(),
      section: z.enum(enums.GuideOfferingSection),
      why: text,
    }),
  ),
  questions: z.array(z.strictObject({ question: text, answer: text })),
})

export type GuideContent = z.infer<typeof guideFile>
