import type { Suggestion } from '@archway/api/catalog/schema/search'
import { cataloguePath, offeringPath, providerPath } from '@/lib/paths'

/** Where a suggestion leads: the page of an offering or provider, or the catalogue narrowed to it. */
export function suggestionHref({ type, slug, kind }: Suggestion): string {
  switch (type) {
    case 'offering':
      return kind === null ? '/catalogue' : offeringPath({ kind, slug })
    case 'provider':
      return providerPath(slug)
    case 'skill':
    case 'topic':
      return cataloguePath(type, slug)
  }
}
