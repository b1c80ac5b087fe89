import { z } from 'zod'
import { calendarDate } from './calendar-date'

const text = z.string().trim().min(1).max(400)
const count = z.int().min(0).max(10_000)
const range = z
  .strictObject({ min: count, max: count })
  .refine(({ min, max }) => min <= max, 'The smaller number comes first.')

/** Every rule names the source that it was read in, by its key in `sources`. */
const source = z.string().regex(/^[a-z0-9-]{1,40}$/)

const sourceEntry = z.strictObject({
  title: text,
  /** null: we set the rule ourselves */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  verifiedOn: calendarDate,
})

const money = { currency: z.string().regex(/^[A-Z]{3}$/), amountMinor: z.int().min(0) }

const blueprint = z.strictObject({
  domains: z
    .array(
      z.strictObject({
        code: z.string().trim().min(1).max(20),
        title: text,
        /** percent of the exam; bodies publish figures or ranges */
        weight: range,
        objectives: z.array(text),
      }),
    )
    .min(1),
  source,
})

const prerequisites = z.strictObject({
  /** each group must be met; empty: nothing is required */
  groups: z.array(
    z.strictObject({
      need: z.enum(['all', 'any']),
      items: z
        .array(
          z.strictObject({
            kind: z.enum(['certification', 'course', 'experience', 'other']),
            title: text,
            /** of an offering in our catalogue */
            slug: z.string().nullable(),
          }),
        )
        .min(1),
    }),
  ),
  recommended: text.nullable(),
  source,
})

const exam = z.strictObject({
  items: range.nullable(),
  minutes: count.nullable(),
  /** BCP 47 tags, as far as the source names them */
  languages: z.array(z.string().min(2).max(12)),
  navigation: z.enum(['free', 'forward_only']).nullable(),
  delivery: z.array(z.enum(['test_centre', 'online_proctored', 'online'])),
  format: text.nullable(),
  source,
})

const scoring = z.strictObject({
  report: z.enum(['scaled', 'percent', 'points', 'pass_fail']),
  scale: range.nullable(),
  /** lowest result that passes, on the scale or in percent */
  cut: count.nullable(),
  /** items that are tried out and not scored */
  pretestItems: count.nullable(),
  source,
})

const attempts = z.strictObject({
  /** days to wait after the first, second … failure; the last one holds for all that follow */
  waitsDays: z.array(count),
  /** so many attempts in so many months; null: as many as are paid for */
  limit: z.strictObject({ count: z.int().min(1), months: z.int().min(1) }).nullable(),
  afterPass: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('until_renewal') }),
    z.strictObject({ type: z.literal('months'), months: z.int().min(1) }),
    z.strictObject({ type: z.literal('unknown') }),
  ]),
  source,
})

const booking = z.strictObject({
  /** days after payment on which the first sitting is possible */
  opensAfterDays: count,
  /** days from then on in which the exam must be sat; null: not limited, or not published */
  withinDays: count.nullable(),
  source,
})

const fees = z.strictObject({
  items: z.array(
    z.strictObject({
      for: z.enum(['attempt', 'retake', 'year']),
      ...money,
      note: text.nullable(),
    }),
  ),
  /** sittings that the first fee pays for */
  includedAttempts: z.int().min(1),
  source,
})

const validity = z.strictObject({ months: z.int().min(1).nullable(), source })

const renewal = z.strictObject({
  options: z
    .array(
      z.strictObject({
        kind: z.enum(['exam', 'assessment', 'education', 'higher_exam']),
        title: text,
        /** null: not published; for `exam` the fee of an attempt then counts */
        fee: z.strictObject(money).nullable(),
      }),
    )
    .min(1),
  /** the window opens so many days before the end; null: not published */
  opensDaysBefore: count.nullable(),
  graceDays: count,
  source,
})

const rulesWithSource = z.strictObject({ items: z.array(text).min(1), source })

/** The rules of a certification, version 1 of the format. A part that nobody could read up is null. */
export const schemeDocument = z
  .strictObject({
    schemaVersion: z.literal(1),
    /** the body's own code of the exam */
    code: z.string().trim().min(1).max(40).nullable(),
    status: z.enum(['planned', 'open', 'retired']),
    sources: z.record(source, sourceEntry),
    blueprint: blueprint.nullable(),
    prerequisites: prerequisites.nullable(),
    exam: exam.nullable(),
    scoring: scoring.nullable(),
    attempts: attempts.nullable(),
    booking: booking.nullable(),
    fees: fees.nullable(),
    validity: validity.nullable(),
    renewal: renewal.nullable(),
    accommodations: rulesWithSource.nullable(),
    agreements: rulesWithSource.nullable(),
    appeals: rulesWithSource.nullable(),
  })
  .superRefine((scheme, context) => {
    for (const part of schemeParts) {
      const named = scheme[part]?.source
      if (named !== undefined && !(named in scheme.sources)) {
        context.addIssue({
          code: 'custom',
          path: [part, 'source'],
          message: `There is no source "${named}".`,
        })
      }
    }
    const weights = scheme.blueprint?.domains.map(({ weight }) => weight) ?? []
    const least = weights.reduce((sum, { min }) => sum + min, 0)
    const most = weights.reduce((sum, { max }) => sum + max, 0)
    if (weights.length > 0 && (least > 100 || most < 100)) {
      context.addIssue({
        code: 'custom',
        path: ['blueprint', 'domains'],
        message: 'The weights cannot make up 100 percent.',
      })
    }
  })

/** The parts of a scheme, each of which may be unknown, in the order in which people ask for them. */
export const schemeParts = [
  'prerequisites',
  'exam',
  'scoring',
  'blueprint',
  'attempts',
  'booking',
  'fees',
  'validity',
  'renewal',
  'accommodations',
  'agreements',
  'appeals',
] as const
export type SchemePart = (typeof schemeParts)[number]

export type SchemeDocument = z.infer<typeof schemeDocument>
