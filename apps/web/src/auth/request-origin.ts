import 'server-only'
import { headers } from 'next/headers'
import { env } from '@/env'

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

/**
 * The country of the network address, as the header says that the operator trusts (COUNTRY_HEADER); null
 * without one. Proxies say XX for what they do not know, and T1 for what comes through Tor.
 */
export async function requestCountry(): Promise<string | null> {
  const { countryHeader } = env()
  const country = countryHeader === undefined ? null : (await headers()).get(countryHeader)
  return country !== null && /^[A-Z]{2}$/.test(country) && country !== 'XX' ? country : null
}
