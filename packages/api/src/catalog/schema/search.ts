import { z } from 'zod'
import {
  durationBuckets,
  durationUnits,
  lessonKinds,
  offeringKinds,
  offeringLevels,
  offeringOrigins,
  personRoles,
  pricePeriods,
  providerKinds,
} from './vocabulary'

/** A price for display. Amounts are minor units of the currency. */
export const priceDto = z.object({
  id: z.string(),
  currency: z.string(),
  amountMinor: z.bigint(),
  period: z.enum(pricePeriods),
  note: z.string().nullable(),
})
export type PriceDto = z.infer<typeof priceDto>

export const durationDto = z.object({
  min: z.number(),
  max: z.number(),
  unit: z.enum(durationUnits),
  bucket: z.enum(durationBuckets),
})

/** Rating × 100 with the number of ratings behind it and whose they are. */
export const ratingDto = z.object({
  centi: z.number(),
  count: z.number(),
  source: z.enum(['own', 'external']),
})

export const providerRefDto = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(providerKinds),
  logoKey: z.string().nullable(),
})

export const namedDto = z.object({ slug: z.string(), name: z.string() })

/** An offering as a card in a list shows it. */
export const offeringCard = z.object({
  id: z.string(),
  slug: z.string(),
  kind: z.enum(offeringKinds),
  origin: z.enum(offeringOrigins),
  title: z.string(),
  summary: z.string(),
  level: z.enum(offeringLevels),
  provider: providerRefDto,
  imageKey: z.string().nullable(),
  languages: z.array(z.string()),
  /** the first four, most relevant first */
  skills: z.array(namedDto),
  duration: durationDto.nullable(),
  workloadHours: z.number().nullable(),
  rating: ratingDto.nullable(),
  /** people enrolled as an outside source states it */
  externalEnrolled: z.number().nullable(),
  /** it can no longer be begun: withdrawn here, or past the last day that its provider states */
  isRetired: z.boolean(),
  /** active prices, lowest first; empty when not known */
  prices: z.array(priceDto),
})
export type OfferingCard = z.infer<typeof offeringCard>

/** One choice of a facet. `value` is what stands in the URL; `label` is null where the page has its own words. */
export const facetChoice = z.object({
  value: z.string(),
  label: z.string().nullable(),
  count: z.number(),
})
export type FacetChoice = z.infer<typeof facetChoice>

export const searchFacets = z.object({
  kind: z.array(facetChoice),
  topic: z.array(facetChoice),
  skill: z.array(facetChoice),
  level: z.array(facetChoice),
  provider: z.array(facetChoice),
  language: z.array(facetChoice),
  price: z.array(facetChoice),
  duration: z.array(facetChoice),
  rating: z.array(facetChoice),
})
export type SearchFacets = z.infer<typeof searchFacets>

/** The answer to a search: one page of hits, how many there are, and the facets beside them. */
export const searchResult = z.object({
  hits: z.array(offeringCard),
  total: z.number(),
  /** of very many hits the number is not exact, and neither are the counts of facets */
  isEstimate: z.boolean(),
  page: z.number(),
  pageSize: z.number(),
  /**
   * counts as they would be with the other facets applied (choosing within one facet widens it);
   * long facets hold their most frequent choices and every chosen one
   */
  facets: searchFacets,
  /** how the text was understood: every word, also with other spellings, or any of the words */
  match: z.enum(['all', 'corrected', 'any']),
  /** the spelling that was searched for besides the reader's own, when that found (almost) nothing */
  correctedText: z.string().nullable(),
  /** shown when nothing was found: popular offerings of the whole catalogue */
  alternatives: z.array(offeringCard),
})
export type SearchResult = z.infer<typeof searchResult>

export const suggestInput = z.object({ q: z.string().max(200) })
/** What the search box proposes while somebody types. */
export const suggestion = z.object({
  type: z.enum(['offering', 'skill', 'provider', 'topic']),
  slug: z.string(),
  label: z.string(),
  /** the provider of an offering; null for the others */
  detail: z.string().nullable(),
  /** kind of an offering; null for the others */
  kind: z.enum(offeringKinds).nullable(),
})
export type Suggestion = z.infer<typeof suggestion>

export const personDto = z.object({
  slug: z.string(),
  name: z.string(),
  title: z.string(),
  bio: z.string(),
  role: z.enum(personRoles),
})

export const factDto = z.object({
  key: z.string(),
  label: z.string(),
  value: z.string(),
  sourceTitle: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  verifiedOn: z.date(),
})

export const outlineLesson = z.object({
  key: z.string(),
  kind: z.enum(lessonKinds),
  title: z.string(),
  minutes: z.number(),
  isPreview: z.boolean(),
  isRequired: z.boolean(),
  /** quizzes only */
  questionCount: z.number().nullable(),
})
export const outlineModule = z.object({
  key: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number(),
  lessons: z.array(outlineLesson),
})
export type OutlineModule = z.infer<typeof outlineModule>

/** Everything that an offering's public page shows. */
export const offeringPage = offeringCard.extend({
  status: z.enum(['published', 'retired']),
  descriptionHtml: z.string(),
  hoursPerWeek: z.number().nullable(),
  /** all skills, most relevant first */
  skills: z.array(namedDto.extend({ kind: z.enum(['technical', 'workplace']) })),
  topics: z.array(namedDto),
  outcomes: z.array(z.string()),
  faqs: z.array(z.object({ question: z.string(), answerHtml: z.string() })),
  people: z.array(personDto),
  facts: z.array(factDto),
  externalUrl: z.string().nullable(),
  sourceName: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  verifiedOn: z.date().nullable(),
  publishedAt: z.date().nullable(),
  updatedAt: z.date(),
  providerSummary: z.string(),
  /** own courses: the content of the current revision; empty otherwise */
  outline: z.array(outlineModule),
  revision: z
    .object({ number: z.number(), publishedAt: z.date().nullable(), changeNote: z.string() })
    .nullable(),
  /** programs: their courses in order */
  programCourses: z.array(offeringCard),
  /** published programs that this course is part of */
  inPrograms: z.array(offeringCard),
  /** others that share the most skills */
  related: z.array(offeringCard),
  guides: z.array(z.object({ slug: z.string(), title: z.string() })),
  /** prices in these are without tax, all others contain it; null where no tax is collected */
  exclusiveCurrencies: z.array(z.string()).nullable(),
  /** some country has, had or will have a price of its own */
  hasRegionalPrices: z.boolean(),
  /** prices that are an offer now, beside the lowest price of the thirty days before it */
  offers: z.array(
    z.object({ priceId: z.string(), until: z.date(), lowestBeforeMinor: z.bigint() }),
  ),
})
export type OfferingPage = z.infer<typeof offeringPage>

/** A lesson that anybody may read before buying. Quizzes are never previews of their answers. */
export const lessonPreview = z.object({
  offering: z.object({
    id: z.string(),
    slug: z.string(),
    kind: z.enum(offeringKinds),
    title: z.string(),
  }),
  id: z.string(),
  moduleTitle: z.string(),
  key: z.string(),
  kind: z.enum(lessonKinds),
  title: z.string(),
  minutes: z.number(),
  bodyHtml: z.string(),
  videoKey: z.string().nullable(),
  captionsKey: z.string().nullable(),
  posterKey: z.string().nullable(),
  videoSeconds: z.number().nullable(),
  fileKey: z.string().nullable(),
  fileName: z.string().nullable(),
})
export type LessonPreview = z.infer<typeof lessonPreview>

export const topicSummary = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  parentSlug: z.string().nullable(),
  /** published offerings with this topic */
  offeringCount: z.number(),
})
export type TopicSummary = z.infer<typeof topicSummary>

/** What the home page shows. */
export const homePage = z.object({
  featured: z.array(offeringCard),
  popular: z.array(offeringCard),
  certifications: z.array(offeringCard),
  topics: z.array(topicSummary),
  counts: z.object({ offerings: z.number(), providers: z.number(), skills: z.number() }),
})
export type HomePage = z.infer<typeof homePage>

/** One public address for the sitemap. */
export const sitemapEntry = z.object({
  type: z.enum(['course', 'program', 'certification', 'provider']),
  slug: z.string(),
  updatedAt: z.date(),
})
export type SitemapEntry = z.infer<typeof sitemapEntry>
