import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

const messageSchema = z.object({ tags: z.array(z.string().max(200)).max(1000), at: z.number() })

/** How old a message may be, in milliseconds: what was recorded cannot be replayed later. */
const toleranceMilliseconds = 60_000

/** HMAC-SHA-256 of a message from the worker to the site, as hexadecimal. */
export const signCacheExpiry = (body: string, secret: string): string =>
  createHmac('sha256', secret).update(`cache-expiry:${body}`).digest('hex')

/** The tags of a message, or null when its signature is wrong or it is too old. */
export function readCacheExpiry(
  body: string,
  signature: string,
  secret: string,
  now: Date,
): string[] | null {
  const expected = Buffer.from(signCacheExpiry(body, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const message = messageSchema.safeParse(JSON.parse(body))
  if (!message.success) return null
  return Math.abs(now.getTime() - message.data.at) <= toleranceMilliseconds
    ? message.data.tags
    : null
}
