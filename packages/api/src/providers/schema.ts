import { z } from 'zod'
import { offeringCard } from '../catalog/schema/search'
import { providerKinds } from '../catalog/schema/vocabulary'
import { pageInput } from '../shared/pagination'
import { slugPattern } from '../shared/slug'

/** A provider in the public list. */
export const providerSummary = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(providerKinds),
  country: z.string().nullable(),
  summary: z.string(),
  logoKey: z.string().nullable(),
  offeringCount: z.number(),
})
export type ProviderSummary = z.infer<typeof providerSummary>

/** Everything that a provider's public page shows. */
export const providerPage = providerSummary.extend({
  websiteUrl: z.string().nullable(),
  /** sanitised HTML */
  descriptionHtml: z.string(),
  sourceUrl: z.string().nullable(),
  verifiedOn: z.date().nullable(),
  updatedAt: z.date(),
  /** its most popular offerings; the rest are in the catalogue under `provider=<slug>` */
  offerings: z.array(offeringCard),
  people: z.array(
    z.object({ slug: z.string(), name: z.string(), title: z.string(), bio: z.string() }),
  ),
})
export type ProviderPage = z.infer<typeof providerPage>

export const listProvidersInput = pageInput.extend({
  q: z.string().trim().max(100).default(''),
})

const line = (max: number) => z.string().trim().max(max)
const webUrl = z.url({ protocol: /^https?$/ }).max(2000)

const providerFields = z.object({
  name: line(160).min(1),
  kind: z.enum(providerKinds),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  websiteUrl: webUrl.nullable(),
  logoKey: line(300).nullable(),
  summary: line(300),
  descriptionHtml: z.string().max(100_000),
  /** share of each sale that is the provider's, in basis points */
  shareBps: z.number().int().min(0).max(10_000),
  sourceUrl: webUrl.nullable(),
  verifiedOn: z.date().nullable(),
})

export const createProviderInput = providerFields
  .pick({ name: true, kind: true })
  .extend({ slug: z.string().regex(slugPattern).max(80).optional() })
/** `updatedAt` is what the editor saw: a change on top of another one is refused. */
export const updateProviderInput = z.object({
  providerId: z.uuid(),
  updatedAt: z.date(),
  changes: providerFields.extend({ slug: z.string().regex(slugPattern).max(80) }).partial(),
})
export const providerInput = z.object({ providerId: z.uuid() })

export const adminProvidersInput = pageInput.extend({
  search: line(100).optional(),
  kind: z.array(z.enum(providerKinds)).max(10).optional(),
  sort: z.enum(['name', 'offerings', 'updatedAt']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
})
export type AdminProvidersInput = z.output<typeof adminProvidersInput>

export const memberRoles = ['owner', 'editor'] as const
export const addMemberInput = providerInput.extend({
  email: z.email().max(254),
  role: z.enum(memberRoles).default('editor'),
})
export const removeMemberInput = providerInput.extend({ userId: z.uuid() })

/** Which provider's statement, in which currency, over which time (`from` ≤ t < `to`). */
export const earningsStatementInput = pageInput.extend({
  providerId: z.uuid(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  from: z.date(),
  to: z.date(),
})
export type EarningsStatementInput = z.infer<typeof earningsStatementInput>

/** A share of sales that holds for a time; from now on when `validFrom` is null or has passed. */
export const createShareRuleInput = providerInput.extend({
  offeringId: z.uuid().nullable(),
  isOwnCoupon: z.boolean(),
  shareBps: z.number().int().min(0).max(10_000),
  validFrom: z.date().nullable(),
  validTo: z.date().nullable(),
})
export const endShareRuleInput = z.object({ ruleId: z.uuid() })
