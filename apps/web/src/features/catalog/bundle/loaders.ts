import 'server-only'
import {
  getBundleBySlug,
  listBundles,
  listBundlesWith,
  type PublicBundle,
} from '@archway/api/bundles/reads/public-bundles'
import { cacheTags } from '@archway/api/shared/cache-tags'
import { cacheLife, cacheTag } from 'next/cache'
import { deps } from '@/lib/deps'

/** A bundle shows its parts, their prices and their providers: it expires with each of them. */
const tagsOf = (bundles: readonly PublicBundle[]): string[] => [
  cacheTags.bundles,
  ...new Set(bundles.flatMap(({ offerings }) => offerings.map(({ id }) => cacheTags.offering(id)))),
]

/** A bundle that is on sale, or null. */
export async function loadBundle(slug: string): Promise<PublicBundle | null> {
  'use cache'
  cacheLife('hours')
  const bundle = await getBundleBySlug(deps().db, slug)
  cacheTag(...tagsOf(bundle ? [bundle] : []))
  return bundle
}

/** Every bundle, the newest first. */
export async function loadBundles(): Promise<PublicBundle[]> {
  'use cache'
  cacheLife('hours')
  const bundles = await listBundles(deps().db)
  cacheTag(cacheTags.bundles, cacheTags.catalog)
  return bundles
}

/** The bundles that an offering is in. */
export async function loadBundlesWith(offeringId: string): Promise<PublicBundle[]> {
  'use cache'
  cacheLife('hours')
  const bundles = await listBundlesWith(deps().db, offeringId)
  cacheTag(cacheTags.offering(offeringId), ...tagsOf(bundles))
  return bundles
}
