import { readCacheExpiry } from '@archway/api/shared/cache-expiry'
import { env } from '@/env'
import { deps } from '@/lib/deps'

/** The worker says which cached pages it has made stale. */
export async function POST(request: Request) {
  const body = await request.text()
  const signature = request.headers.get('x-archway-signature') ?? ''
  const tags = readCacheExpiry(body, signature, env().authSecret, deps().clock.now())
  if (!tags) return new Response('Signature refused', { status: 403 })
  deps().expireTags(tags)
  return new Response(null, { status: 204 })
}
