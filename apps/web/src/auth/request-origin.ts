import 'server-only'
import { headers } from 'next/headers'

/**
 * Where a request came from. The last address of X-Forwarded-For is the one that the nearest proxy
 * saw; earlier ones are whatever the sender wrote.
 */
export async function requestOrigin(): Promise<{
  ipAddress: string | null
  userAgent: string | null
}> {
  const all = await headers()
  const forwarded = all.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return { ipAddress: forwarded || null, userAgent: all.get('user-agent') }
}
