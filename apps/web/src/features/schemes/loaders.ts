import 'server-only'
import { listSchemeTitles } from '@archway/api/schemes/reads/scheme-titles'
import { listSchemes } from '@archway/api/schemes/reads/schemes'
import type { Scheme } from '@archway/api/schemes/schema/scheme'
import { cacheTags } from '@archway/api/shared/cache-tags'
import { cacheLife, cacheTag } from 'next/cache'
import { deps } from '@/lib/deps'

/** The rules of a published certification, or null when none are known. */
export async function loadScheme(slug: string): Promise<Scheme | null> {
  'use cache'
  cacheLife('hours')
  const [scheme] = await listSchemes(deps().db, [slug])
  cacheTag(scheme ? cacheTags.offering(scheme.offeringId) : cacheTags.catalog)
  return scheme ?? null
}

/** What can be compared. */
export async function loadSchemeTitles() {
  'use cache'
  cacheLife('hours')
  cacheTag(cacheTags.catalog)
  return await listSchemeTitles(deps().db)
}
