import 'server-only'
import { countPublishedFacts } from '@archway/api/careers/reads/count-facts'
import { listGuides } from '@archway/api/careers/reads/list-guides'
import { getHomePage } from '@archway/api/catalog/reads/home'
import { cacheTags } from '@archway/api/shared/cache-tags'
import { cacheLife, cacheTag } from 'next/cache'
import { deps } from '@/lib/deps'

/** Everything on the home page. Made anew every hour at the latest. */
export async function loadHome() {
  'use cache'
  cacheTag(cacheTags.catalog, cacheTags.guides)
  cacheLife('hours')
  const { db, clock } = deps()
  const today = clock.now()
  const [catalogue, guides, facts] = await Promise.all([
    getHomePage(db, today),
    listGuides(db, today),
    countPublishedFacts(db, today),
  ])
  return { catalogue, guides, facts }
}
export type Home = Awaited<ReturnType<typeof loadHome>>
