import 'server-only'
import { listBundles } from '@archway/api/bundles/reads/public-bundles'
import { listGuides } from '@archway/api/careers/reads/list-guides'
import { countSitemapChunks, listSitemapEntries } from '@archway/api/catalog/reads/sitemap'
import { cacheTags } from '@archway/api/shared/cache-tags'
import { cacheLife, cacheTag } from 'next/cache'
import { deps } from '@/lib/deps'
import { absoluteUrl } from '@/lib/page-metadata'
import { bundlePath, guidePath, offeringPath, providerPath } from '@/lib/paths'

type Address = { path: string; updatedAt?: Date }

/** Pages that no table lists. */
const fixedPages = [
  '/',
  '/catalogue',
  '/certifications/compare',
  '/bundles',
  '/guides',
  '/providers',
  '/about',
  '/about/refunds',
  '/about/privacy',
  '/about/terms',
]

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const document = (root: string, items: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${items.join('\n')}\n</${root}>\n`

const urlSet = (addresses: Address[]) =>
  document(
    'urlset',
    addresses.map(({ path, updatedAt }) => {
      const changed = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : ''
      return `<url><loc>${escapeXml(absoluteUrl(path))}</loc>${changed}</url>`
    }),
  )

/** The index of all sitemap files (sitemaps.org): pages and guides, then offerings and providers in chunks. */
export async function loadSitemapIndex(): Promise<string> {
  'use cache'
  cacheTag(cacheTags.catalog)
  cacheLife('hours')
  const chunks = await countSitemapChunks(deps().db)
  const files = ['pages', ...Array.from({ length: chunks }, (_, index) => String(index))]
  return document(
    'sitemapindex',
    files.map((file) => `<sitemap><loc>${absoluteUrl(`/sitemaps/${file}.xml`)}</loc></sitemap>`),
  )
}

/** The fixed pages, the bundles and the career guides. */
export async function loadPagesSitemap(): Promise<string> {
  'use cache'
  cacheTag(cacheTags.guides, cacheTags.bundles)
  cacheLife('hours')
  const { db, clock } = deps()
  const [guides, bundles] = await Promise.all([listGuides(db, clock.now()), listBundles(db)])
  return urlSet([
    ...fixedPages.map((path) => ({ path })),
    ...bundles.map(({ slug, updatedAt }) => ({ path: bundlePath(slug), updatedAt })),
    ...guides.map(({ slug, updatedAt }) => ({ path: guidePath(slug), updatedAt })),
  ])
}

/** One chunk of offerings and providers, or null when there is no such chunk. */
export async function loadCatalogueSitemap(chunk: number): Promise<string | null> {
  'use cache'
  cacheTag(cacheTags.catalog)
  cacheLife('hours')
  const { db } = deps()
  if (chunk >= (await countSitemapChunks(db))) return null
  const entries = await listSitemapEntries(db, chunk)
  return urlSet(
    entries.map(({ type, slug, updatedAt }) => ({
      path: type === 'provider' ? providerPath(slug) : offeringPath({ kind: type, slug }),
      updatedAt,
    })),
  )
}
