import type { DbOrTx } from '@archway/db/client'
import type { SitemapEntry } from '../schema/search'
import { offeringKinds } from '../schema/vocabulary'

/** Addresses per sitemap file; the protocol allows 50,000 (sitemaps.org). */
export const sitemapChunkSize = 10_000

/** How many sitemap files the public addresses need; at least one. */
export async function countSitemapChunks(db: DbOrTx): Promise<number> {
  const offerings = await db.offering.count({
    where: { status: 'published', kind: { in: [...offeringKinds] } },
  })
  const providers = await db.provider.count({
    where: { offerings: { some: { status: 'published' } } },
  })
  return Math.max(1, Math.ceil((offerings + providers) / sitemapChunkSize))
}

/** One file's worth of public addresses, in a stable order; `chunk` counts from 0. */
export const listSitemapEntries = (db: DbOrTx, chunk: number): Promise<SitemapEntry[]> =>
  db.$queryRaw<SitemapEntry[]>`
    select type, slug, "updatedAt" from (
      select o.kind::text as type, o.slug, o.updated_at as "updatedAt" from offerings o
      where o.status = 'published' and o.kind <> 'membership'
      union all
      select 'provider', p.slug, p.updated_at from providers p
      where exists (select 1 from offerings o where o.provider_id = p.id and o.status = 'published')) entries
    order by type, slug
    limit ${sitemapChunkSize} offset ${chunk * sitemapChunkSize}`
