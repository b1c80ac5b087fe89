import 'server-only'
import { getLessonPreview } from '@archway/api/catalog/reads/get-lesson-preview'
import { getOfferingBySlug } from '@archway/api/catalog/reads/get-offering'
import { searchOfferings } from '@archway/api/catalog/reads/search-offerings'
import { suggest } from '@archway/api/catalog/reads/suggest'
import { parseCatalogQuery } from '@archway/api/catalog/schema/query'
import type { SearchResult } from '@archway/api/catalog/schema/search'
import { getProviderBySlug, listProviders } from '@archway/api/providers/reads/providers'
import type { ProviderSummary } from '@archway/api/providers/schema'
import { cacheTags } from '@archway/api/shared/cache-tags'
import { cacheLife, cacheTag } from 'next/cache'
import { deps } from '@/lib/deps'

/** The catalogue's answer to a query in its canonical spelling, which is its key in the cache. */
export async function loadCatalogue(canonicalQuery: string): Promise<SearchResult> {
  'use cache'
  cacheTag(cacheTags.catalog)
  cacheLife('minutes')
  return await searchOfferings(deps().db, parseCatalogQuery(new URLSearchParams(canonicalQuery)))
}

/** What the search box proposes for a text that `normaliseSearchText` has been over. */
export async function loadSuggestions(text: string) {
  'use cache'
  cacheTag(cacheTags.catalog)
  cacheLife('minutes')
  return await suggest(deps().db, text)
}

/**
 * An offering with the day on which it was read, or null. Expires with everything that its page shows:
 * itself, the offerings beside it and their providers.
 */
export async function loadOffering(slug: string) {
  'use cache'
  cacheLife('hours')
  const { db, clock } = deps()
  const offering = await getOfferingBySlug(db, slug)
  if (offering === null) {
    cacheTag(cacheTags.catalog)
    return null
  }
  const { programCourses, inPrograms, related, guides } = offering
  const shown = [offering, ...programCourses, ...inPrograms, ...related]
  cacheTag(
    ...new Set(shown.map(({ id }) => cacheTags.offering(id))),
    ...new Set(shown.map(({ provider }) => cacheTags.provider(provider.id))),
    ...guides.map((guide) => cacheTags.guide(guide.slug)),
  )
  return { offering, today: clock.now() }
}

/** A lesson that anybody may read, or null. */
export async function loadLessonPreview(slug: string, lessonKey: string) {
  'use cache'
  cacheLife('hours')
  const lesson = await getLessonPreview(deps().db, slug, lessonKey)
  cacheTag(lesson === null ? cacheTags.catalog : cacheTags.offering(lesson.offering.id))
  return lesson
}

/** Every provider with something on offer, by name. */
export async function loadProviders(): Promise<ProviderSummary[]> {
  'use cache'
  cacheTag(cacheTags.catalog)
  cacheLife('hours')
  const { db } = deps()
  const providers: ProviderSummary[] = []
  for (let page = 1, total = 1; providers.length < total; page++) {
    const answer = await listProviders(db, { q: '', page, pageSize: 200 })
    providers.push(...answer.rows)
    total = answer.rows.length === 0 ? 0 : answer.total
  }
  return providers
}

/** A provider with its most popular offerings, or null. */
export async function loadProvider(slug: string) {
  'use cache'
  cacheLife('hours')
  const provider = await getProviderBySlug(deps().db, slug)
  if (provider === null) {
    cacheTag(cacheTags.catalog)
    return null
  }
  cacheTag(
    cacheTags.catalog,
    cacheTags.provider(provider.id),
    ...provider.offerings.map(({ id }) => cacheTags.offering(id)),
  )
  return provider
}
