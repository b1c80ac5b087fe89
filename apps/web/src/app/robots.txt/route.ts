import { connection } from 'next/server'
import { absoluteUrl } from '@/lib/page-metadata'

/** What crawlers should leave alone: pages of one person, staff pages, endless combinations of facets. */
const closed = [
  '/account',
  '/admin',
  '/api/',
  '/cart',
  '/checkout',
  '/learning',
  '/sign-in',
  '/sign-up',
]

export async function GET(): Promise<Response> {
  await connection()
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    'Disallow: /catalogue?*page=',
    '',
    `Sitemap: ${absoluteUrl('/sitemap.xml')}`,
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  })
}
