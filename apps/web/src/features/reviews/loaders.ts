import 'server-only'
import { listOfferingReviews } from '@archway/api/reviews/reads'
import { cacheTags } from '@archway/api/shared/cache-tags'
import { cacheLife, cacheTag } from 'next/cache'
import { deps } from '@/lib/deps'

/** Reviews that an offering's page shows; the distribution counts all of them. */
const shownReviews = 30

/** The newest reviews of an offering, for everybody. */
export async function loadReviews(offeringId: string) {
  'use cache'
  cacheTag(cacheTags.reviews(offeringId))
  cacheLife('hours')
  return await listOfferingReviews(deps().db, {
    offeringId,
    sort: 'newest',
    page: 1,
    pageSize: shownReviews,
  })
}
