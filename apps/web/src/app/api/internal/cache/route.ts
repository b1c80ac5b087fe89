import { readCacheExpiry } from '@archway/api/shared/cache-expiry'
import { env } from '@/env'
import { deps } from '@/lib/deps'
import { expireHere } from '@/lib/page-cache'

/** The worker, or another instance of the site, says which cached pages are stale. */
export async function POST(request: Request) {
  const body = await request.text()
  const signature = request.headers.get('x-archway-signature') ?? ''
  const expiry = readCacheExpiry(body, signature, env().authSecret, deps().clock.now())
  if (!expiry) return new Response('Signature refused', { status: 403 })
  if (expiry.isRelayed) expireHere(expiry.tags)
  else deps().expireTags(expiry.tags)
  return new Response(null, { status: 204 })
}
