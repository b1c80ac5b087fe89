import 'server-only'
import { getPublicLabel } from '@archway/api/psychometrics/reads/public-label'
import { cacheTags } from '@archway/api/shared/cache-tags'
import { cacheLife, cacheTag } from 'next/cache'
import { deps } from '@/lib/deps'

/** How well the exam of a certification measures; null when nobody has a result yet. */
export async function loadQualityLabel(offeringId: string) {
  'use cache'
  cacheLife('hours')
  cacheTag(cacheTags.offering(offeringId))
  return await getPublicLabel(deps().db, offeringId)
}
