/** The closed vocabularies of the catalogue, in the order in which facets and pickers show them. */
export const offeringKinds = ['course', 'program', 'certification'] as const
export type OfferingKind = (typeof offeringKinds)[number]

/** Everything that is sold: what the catalogue lists, and the membership, which has a page of its own. */
export const soldKinds = [...offeringKinds, 'membership'] as const
export type SoldKind = (typeof soldKinds)[number]

/** Whether something that is sold belongs to the catalogue. */
export const isListedKind = (kind: SoldKind): kind is OfferingKind => kind !== 'membership'

export const offeringOrigins = ['own', 'external'] as const
export type OfferingOrigin = (typeof offeringOrigins)[number]

export const offeringStatuses = ['draft', 'in_review', 'scheduled', 'published', 'retired'] as const
export type OfferingStatus = (typeof offeringStatuses)[number]

export const offeringLevels = ['beginner', 'intermediate', 'advanced', 'mixed'] as const
export type OfferingLevel = (typeof offeringLevels)[number]

export const durationUnits = ['hour', 'day', 'week', 'month'] as const
export type DurationUnit = (typeof durationUnits)[number]

export const durationBuckets = [
  'under_2_hours',
  'under_1_week',
  'weeks_1_to_4',
  'months_1_to_3',
  'months_3_to_6',
  'over_6_months',
] as const
export type DurationBucket = (typeof durationBuckets)[number]

export const priceClasses = ['free', 'paid'] as const
export type PriceClass = (typeof priceClasses)[number]

export const pricePeriods = ['one_time', 'per_month', 'per_year', 'per_exam'] as const
export type PricePeriod = (typeof pricePeriods)[number]

/** Rating floors of the facet, rating × 100. */
export const ratingFloors = [450, 400, 350] as const
export type RatingFloor = (typeof ratingFloors)[number]

/** Classes of the price facet in US dollars, minor units: from (inclusive) to (exclusive). */
export const priceRanges = [
  { key: 'under-50', fromMinor: 1, toMinor: 5_000 },
  { key: '50-to-200', fromMinor: 5_000, toMinor: 20_000 },
  { key: '200-to-500', fromMinor: 20_000, toMinor: 50_000 },
  { key: 'over-500', fromMinor: 50_000, toMinor: null },
] as const
export const priceRangeKeys = ['under-50', '50-to-200', '200-to-500', 'over-500'] as const
export type PriceRangeKey = (typeof priceRangeKeys)[number]

/** What the price facet offers: free, paid (any price), or a range in US dollars. */
export const priceFilters = [...priceClasses, ...priceRangeKeys] as const
export type PriceFilter = (typeof priceFilters)[number]

export const personRoles = ['instructor', 'author', 'reviewer'] as const
export type PersonRole = (typeof personRoles)[number]

export const providerKinds = [
  'university',
  'company',
  'certification_body',
  'nonprofit',
  'individual',
  'platform',
] as const
export type ProviderKind = (typeof providerKinds)[number]

export const lessonKinds = ['article', 'video', 'quiz', 'file'] as const
export type LessonKind = (typeof lessonKinds)[number]

export const catalogSorts = ['relevance', 'popular', 'rating', 'newest', 'price', 'title'] as const
export type CatalogSort = (typeof catalogSorts)[number]
