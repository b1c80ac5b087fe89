import 'server-only'
import { env } from '@/env'

/**
 * Refuses a request that another site makes a browser send. The session cookie is SameSite=Lax
 * already; this is the second barrier for everything that changes state over fetch.
 */
export function refuseForeignOrigin(request: Request): Response | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null
  const origin = request.headers.get('origin')
  if (origin !== null && new URL(origin).host === request.headers.get('host')) return null
  if (origin !== null && origin === env().appUrl) return null
  return new Response('Cross-site request refused', { status: 403 })
}
