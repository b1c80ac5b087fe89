import 'server-only'
import { cacheTags } from '@archway/api/shared/cache-tags'
import { cacheLife, cacheTag } from 'next/cache'
import { messages } from '@/lib/messages'
import { findSocialCard, type SocialKind } from './card'
import { drawSocialImage } from './image'

/** The social image of a page as PNG, drawn once until the catalogue changes; null for an unknown page. */
export async function loadSocialImage(kind: SocialKind, slug: string): Promise<Uint8Array | null> {
  'use cache'
  cacheTag(cacheTags.catalog, cacheTags.guides)
  cacheLife('days')
  const card = await findSocialCard(kind, slug)
  return card && (await drawSocialImage(card, messages.common.brand))
}
