import { connection } from 'next/server'
import { loadSitemapIndex } from '@/features/shell/sitemap'

/** Made while the site runs and never at build time, when there may be no database. */
export async function GET(): Promise<Response> {
  await connection()
  return new Response(await loadSitemapIndex(), {
    headers: { 'Content-Type': 'application/xml', 'Cache-Control': 'public, max-age=3600' },
  })
}
