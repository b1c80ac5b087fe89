import 'server-only'
import { cacheTags } from '@archway/api/shared/cache-tags'
import { getMonthlyPrices } from '@archway/api/subscriptions/reads/plans'
import { cacheLife, cacheTag } from 'next/cache'
import { deps } from '@/lib/deps'

/** What the membership costs a month, in each currency; empty when none is for sale. */
export async function loadMonthlyPrices() {
  'use cache'
  cacheLife('hours')
  const membership = await getMonthlyPrices(deps().db)
  cacheTag(membership === null ? cacheTags.catalog : cacheTags.offering(membership.id))
  return membership?.monthly ?? []
}
