import { z } from 'zod'
import { pageInput } from '../../shared/pagination'
import { line, slugText } from './text'
import { factKinds } from './vocabulary'

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

const factFields = z.object({
  key: slugText,
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
const isDated = ({ verifiedOn, reviewBy }: Pick<FactFields, 'verifiedOn' | 'reviewBy'>) =>
  verifiedOn < reviewBy

export const createFactInput = factFields
  .refine(isRange, { error: 'range-invalid', path: ['valueHigh'] })
  .refine(isDated, { error: 'review-before-verified', path: ['reviewBy'] })
export const updateFactInput = factFields
  .extend({ updatedAt: z.date() })
  .refine(isRange, { error: 'range-invalid', path: ['valueHigh'] })
  .refine(isDated, { error: 'review-before-verified', path: ['reviewBy'] })

export const factKeyInput = z.object({ key: slugText })

export const listFactsInput = pageInput.extend({
  search: z.string().trim().max(200).optional(),
  kind: z.enum(factKinds).optional(),
  /** only what this guide uses */
  guide: slugText.optional(),
  /** due for another look, or used by no guide */
  state: z.enum(['any', 'overdue', 'unused']).default('any'),
  sort: z.enum(['label', 'publisher', 'reviewBy', 'verifiedOn', 'updatedAt']).default('reviewBy'),
  direction: z.enum(['asc', 'desc']).default('asc'),
})
export type ListFactsInput = z.output<typeof listFactsInput>

/** Facts whose sources were read again and still say the same. */
export const verifyFactsInput = z
  .object({ keys: z.array(slugText).min(1).max(200), verifiedOn: z.date(), reviewBy: z.date() })
  .refine(isDated, { error: 'review-before-verified', path: ['reviewBy'] })
export const verifyFactsResult = z.object({ count: z.number() })

export const adminFact = factDto.extend({
  isOverdue: z.boolean(),
  guides: z.array(z.object({ slug: z.string(), title: z.string() })),
})
export type AdminFact = z.infer<typeof adminFact>

export const factVersionResult = z.object({ updatedAt: z.date() })
