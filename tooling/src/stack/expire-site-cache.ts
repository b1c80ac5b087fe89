import { signCacheExpiry } from '@archway/api/shared/cache-expiry'
import { cacheTags } from '@archway/api/shared/cache-tags'
import { DATA_DIR } from '../paths'
import { loadLocalSecrets } from './secrets'
import { loadEnvironment, readPorts } from './settings'

/**
 * Tells a running site that the catalogue has changed, so that its pages show it at once. Answers
 * whether one was told; a site that is not up has no cache.
 */
export async function expireSiteCache(): Promise<boolean> {
  const environment = loadEnvironment()
  const appUrl = environment.APP_URL ?? `http://localhost:${readPorts(environment).web}`
  const secret = environment.AUTH_SECRET ?? loadLocalSecrets(DATA_DIR).AUTH_SECRET
  const body = JSON.stringify({ tags: [cacheTags.catalog], at: Date.now() })
  try {
    const response = await fetch(new URL('/api/internal/cache', appUrl), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-archway-signature': signCacheExpiry(body, secret),
      },
      body,
      signal: AbortSignal.timeout(5_000),
    })
    return response.ok
  } catch {
    return false
  }
}
