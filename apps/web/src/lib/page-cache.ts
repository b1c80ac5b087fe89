import 'server-only'
import { signCacheExpiry } from '@archway/api/shared/cache-expiry'
import type { Deps } from '@archway/api/shared/deps'
import type { ExpiryRelay } from '@archway/api/shared/expiry-relay'
import { revalidateTag } from 'next/cache'
import { env, ownAddress } from '@/env'

const globals = globalThis as typeof globalThis & { archwayExpiryRelay?: ExpiryRelay }

/** What one message to the site may name. */
const mostTags = 1000

/** Expires what this process has cached under these tags. Works in requests only. */
export function expireHere(tags: readonly string[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 })
}

/** Expires what this and every other instance of the site has cached under these tags. */
export function expireEverywhere(tags: readonly string[]): void {
  expireHere(tags)
  void globals.archwayExpiryRelay?.publish(tags)
}

/**
 * Takes part in what the instances of the site tell each other about stale pages, through the Redis at
 * `url`. Next.js expires tags in requests only, so what others say becomes a request to this process.
 */
export async function joinOtherInstances(url: string, logger: Deps['logger']): Promise<void> {
  // The client of Redis is not small: a single instance does without it.
  const { startExpiryRelay } = await import('@archway/api/shared/expiry-relay')
  globals.archwayExpiryRelay ??= startExpiryRelay({
    url,
    logger,
    apply: async (tags) => {
      for (let start = 0; start < tags.length; start += mostTags) {
        await tellOneself(tags.slice(start, start + mostTags))
      }
    },
  })
}

async function tellOneself(tags: string[]): Promise<void> {
  const body = JSON.stringify({ tags, at: Date.now(), isRelayed: true })
  const response = await fetch(new URL('/api/internal/cache', ownAddress()), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-archway-signature': signCacheExpiry(body, env().authSecret),
    },
    body,
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok) throw new Error(`The site answered ${response.status}.`)
}
