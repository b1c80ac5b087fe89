import { connection } from 'next/server'
import { loadCatalogueSitemap, loadPagesSitemap } from '@/features/shell/sitemap'

type Context = { params: Promise<{ file: string }> }

/** One file of the sitemap: `pages.xml`, or `0.xml` and so on. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  await connection()
  const [, name] = /^(pages|\d{1,4})\.xml$/.exec((await params).file) ?? []
  const xml =
    name === undefined
      ? null
      : name === 'pages'
        ? await loadPagesSitemap()
        : await loadCatalogueSitemap(Number(name))
  if (xml === null) return new Response('not-found', { status: 404 })
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml', 'Cache-Control': 'public, max-age=3600' },
  })
}
