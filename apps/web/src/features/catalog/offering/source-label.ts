import type { OfferingPage } from '@archway/api/catalog/schema/search'

/** The site that an outside offering was read from, such as "coursera.org"; null when it has none. */
export function sourceLabel({ sourceUrl }: Pick<OfferingPage, 'sourceUrl'>): string | null {
  return sourceUrl === null ? null : new URL(sourceUrl).hostname.replace(/^www\./, '')
}
