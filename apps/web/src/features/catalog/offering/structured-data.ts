import 'server-only'
import type { OfferingPage, PriceDto } from '@archway/api/catalog/schema/search'
import { toDecimalString } from '@archway/api/shared/money'
import { absoluteUrl } from '@/lib/page-metadata'
import { offeringPath, providerPath, socialImagePath } from '@/lib/paths'
import { retirementOf } from './retirement'

type Data = Record<string, unknown>

const educationalLevels = {
  beginner: 'Beginner',
  intermediate: 'Intermediate',
  advanced: 'Advanced',
  mixed: null,
} as const

const organisation = ({ provider }: Pick<OfferingPage, 'provider'>): Data => ({
  '@type': 'Organization',
  name: provider.name,
  url: absoluteUrl(providerPath(provider.slug)),
})

/** One offer. A price per month is a subscription; one per exam attempt is a plain price. */
const offerOf = (offering: OfferingPage, price: PriceDto): Data => ({
  '@type': 'Offer',
  category:
    price.amountMinor === 0n
      ? 'Free'
      : price.period === 'per_month' || price.period === 'per_year'
        ? 'Subscription'
        : 'Paid',
  price: toDecimalString(price),
  priceCurrency: price.currency,
  url: offering.externalUrl ?? absoluteUrl(offeringPath(offering)),
  availability: 'https://schema.org/OnlineOnly',
})

/**
 * Only what learners here said: search engines refuse ratings that another site collected
 * (developers.google.com/search/docs/appearance/structured-data/review-snippet).
 */
const ownRating = ({ rating }: OfferingPage): Data =>
  rating === null || rating.source !== 'own' || rating.count === 0
    ? {}
    : {
        aggregateRating: {
          '@type': 'AggregateRating',
          ratingValue: rating.centi / 100,
          ratingCount: rating.count,
          bestRating: 5,
          worstRating: 1,
        },
      }

const offersOf = (offering: OfferingPage, isOpen: boolean): Data =>
  isOpen && offering.prices.length > 0
    ? { offers: offering.prices.map((price) => offerOf(offering, price)) }
    : {}

/** Hours as an ISO 8601 duration; null when the effort is not known. */
const workloadOf = ({ workloadHours, outline }: OfferingPage): string | null => {
  const minutes = outline.reduce((sum, module) => sum + module.minutes, 0)
  if (minutes > 0) return `PT${Math.floor(minutes / 60)}H${minutes % 60}M`
  return workloadHours === null ? null : `PT${workloadHours}H`
}

/** "3 years" as P3Y, "18 months" as P18M; null when the fact says something else. */
export function validityPeriod(value: string | undefined): string | null {
  const match = /^(\d{1,2}) (year|month)s?$/.exec(value?.trim() ?? '')
  return match ? `P${match[1]}${match[2] === 'year' ? 'Y' : 'M'}` : null
}

const common = (offering: OfferingPage): Data => ({
  '@context': 'https://schema.org',
  '@id': absoluteUrl(offeringPath(offering)),
  name: offering.title,
  description: offering.summary,
  url: absoluteUrl(offeringPath(offering)),
  image: absoluteUrl(socialImagePath(offering.kind, offering.slug)),
  inLanguage: offering.languages,
  dateModified: offering.updatedAt.toISOString(),
  ...(educationalLevels[offering.level]
    ? { educationalLevel: educationalLevels[offering.level] }
    : {}),
})

function certification(offering: OfferingPage, isOpen: boolean): Data {
  const validFor = validityPeriod(offering.facts.find(({ key }) => key === 'validity')?.value)
  return {
    ...common(offering),
    '@type': 'EducationalOccupationalCredential',
    credentialCategory: 'Certification',
    recognizedBy: organisation(offering),
    competencyRequired: offering.skills.map(({ name }) => name),
    ...(validFor ? { validFor } : {}),
    ...offersOf(offering, isOpen),
  }
}

function course(offering: OfferingPage, isOpen: boolean): Data {
  const workload = workloadOf(offering)
  return {
    ...common(offering),
    '@type': 'Course',
    provider: organisation(offering),
    teaches: offering.outcomes.length > 0 ? offering.outcomes : undefined,
    about: offering.skills.map(({ name }) => name),
    isAccessibleForFree: offering.prices.some(({ amountMinor }) => amountMinor === 0n),
    ...offersOf(offering, isOpen),
    ...ownRating(offering),
    ...(isOpen
      ? {
          hasCourseInstance: {
            '@type': 'CourseInstance',
            courseMode: 'Online',
            ...(workload === null ? {} : { courseWorkload: workload }),
            ...(offering.people.length > 0
              ? {
                  instructor: offering.people
                    .filter(({ role }) => role === 'instructor')
                    .map(({ name, title }) => ({ '@type': 'Person', name, jobTitle: title })),
                }
              : {}),
          },
        }
      : {}),
    ...(offering.outline.length > 0
      ? {
          syllabusSections: offering.outline.map((module) => ({
            '@type': 'Syllabus',
            name: module.title,
            description: module.summary,
            timeRequired: `PT${module.minutes}M`,
          })),
        }
      : {}),
    ...(offering.programCourses.length > 0
      ? {
          hasPart: offering.programCourses.map((part) => ({
            '@type': 'Course',
            name: part.title,
            description: part.summary,
            url: absoluteUrl(offeringPath(part)),
            provider: { '@type': 'Organization', name: part.provider.name },
          })),
        }
      : {}),
  }
}

/** schema.org data of an offering's page; one that can no longer be started has no offers. */
export function offeringStructuredData(offering: OfferingPage, today: Date): Data {
  const isOpen = !retirementOf(offering, today).isRetired
  return offering.kind === 'certification'
    ? certification(offering, isOpen)
    : course(offering, isOpen)
}
