import { z } from 'zod'
import { offeringCard } from '../catalog/schema/search'
import { providerKinds } from '../catalog/schema/vocabulary'
import { pageInput } from '../shared/pagination'

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
