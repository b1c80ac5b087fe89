import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

const messageSchema = z.object({
  tags: z.array(z.string().max(200)).max(1000),
  at: z.number(),
  /** another instance of the site has passed it on: this one does not pass it on again */
  isRelayed: z.boolean().default(false),
})

/** Which cached pages are stale, as it is sent to the site. */
export type CacheExpiry = Pick<z.output<typeof messageSchema>, 'tags' | 'isRelayed'>

/** How old a message may be, in milliseconds: what was recorded cannot be replayed later. */
const toleranceMilliseconds = 60_000

/** HMAC-SHA-256 of a message to the site, as hexadecimal. */
export const signCacheExpiry = (body: string, secret: string): string =>
  createHmac('sha256', secret).update(`cache-expiry:${body}`).digest('hex')

/** What a message says, or null when its signature is wrong or it is too old. */
export function readCacheExpiry(
  body: string,
  signature: string,
  secret: string,
  now: Date,
): CacheExpiry | null {
  const expected = Buffer.from(signCacheExpiry(body, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const message = messageSchema.safeParse(JSON.parse(body))
  if (!message.success) return null
  const { tags, isRelayed, at } = message.data
  return Math.abs(now.getTime() - at) <= toleranceMilliseconds ? { tags, isRelayed } : null
}
