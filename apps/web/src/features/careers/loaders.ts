import 'server-only'
import { getGuideBySlug } from '@archway/api/careers/reads/get-guide'
import { listGuides } from '@archway/api/careers/reads/list-guides'
import { cacheTags } from '@archway/api/shared/cache-tags'
import { cacheLife, cacheTag } from 'next/cache'
import { deps } from '@/lib/deps'

/** All published guides. Made anew every hour at the latest, so that overdue facts are marked on the day. */
export async function loadGuides() {
  'use cache'
  cacheTag(cacheTags.guides)
  cacheLife('hours')
  const { db, clock } = deps()
  return await listGuides(db, clock.now())
}

/** A published guide with the day on which it was read, or null. */
export async function loadGuide(slug: string) {
  'use cache'
  cacheTag(cacheTags.guides, cacheTags.guide(slug), cacheTags.catalog)
  cacheLife('hours')
  const { db, clock } = deps()
  const guide = await getGuideBySlug(db, slug)
  if (guide === null) return null
  cacheTag(...guide.offerings.map(({ offering }) => cacheTags.offering(offering.id)))
  return { guide, today: clock.now() }
}
