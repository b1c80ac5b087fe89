import { signCacheExpiry } from '@archway/api/shared/cache-expiry'
import type { ExpireTags } from '@archway/api/shared/deps'
import type { Logger } from 'pino'

/**
 * Tells the site which cached pages a job has made stale. The site keeps its cache in its own
 * process, so it is asked over HTTP, with a signature that only holders of AUTH_SECRET can make; of
 * several instances the one that is asked tells the others. A site that is down has no cache to
 * expire; it starts with an empty one.
 */
export function createExpireTags(settings: {
  appUrl: string
  authSecret: string
  logger: Logger
}): ExpireTags {
  return (tags) => {
    const body = JSON.stringify({ tags, at: Date.now() })
    void fetch(new URL('/api/internal/cache', settings.appUrl), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-archway-signature': signCacheExpiry(body, settings.authSecret),
      },
      body,
      signal: AbortSignal.timeout(10_000),
    })
      .then((response) => {
        if (!response.ok) settings.logger.error({ status: response.status }, 'cache expiry refused')
      })
      .catch((error: unknown) => settings.logger.warn({ err: error }, 'cache expiry not delivered'))
  }
}
