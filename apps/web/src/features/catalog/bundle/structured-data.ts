import 'server-only'
import type { PublicBundle } from '@archway/api/bundles/reads/public-bundles'
import { toDecimalString } from '@archway/api/shared/money'
import { absoluteUrl } from '@/lib/page-metadata'
import { bundlePath, offeringPath } from '@/lib/paths'

/** A bundle as schema.org has it: a product made of courses, with an offer per currency. */
export const bundleStructuredData = (bundle: PublicBundle) => ({
  '@context': 'https://schema.org',
  '@type': 'Product',
  '@id': absoluteUrl(bundlePath(bundle.slug)),
  name: bundle.title,
  description: bundle.summary,
  url: absoluteUrl(bundlePath(bundle.slug)),
  isRelatedTo: bundle.offerings.map((offering) => ({
    '@type': 'Course',
    name: offering.title,
    description: offering.summary,
    url: absoluteUrl(offeringPath(offering)),
    provider: { '@type': 'Organization', name: offering.provider.name },
  })),
  ...(bundle.offers.length > 0
    ? {
        offers: bundle.offers.map(({ currency, priceMinor }) => ({
          '@type': 'Offer',
          category: 'Paid',
          price: toDecimalString({ amountMinor: priceMinor, currency }),
          priceCurrency: currency,
          url: absoluteUrl(bundlePath(bundle.slug)),
          availability: 'https://schema.org/OnlineOnly',
        })),
      }
    : {}),
})
