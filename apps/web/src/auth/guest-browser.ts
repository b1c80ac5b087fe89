import 'server-only'
import { browserToken } from '@archway/api/guests/schema'
import { randomToken } from '@archway/api/shared/hash'
import { cookies } from 'next/headers'
import { guestCookie } from '@/lib/guest-cookie'
import { hasSecureCookies } from './session-cookie'

/** How long a browser is known: longer than any link that claims what it bought. */
const lifetimeSeconds = 60 * 24 * 60 * 60

/** The secret of this browser; null when it has never checked out without an account. */
export async function readGuestBrowser(): Promise<string | null> {
  const read = browserToken.safeParse((await cookies()).get(guestCookie)?.value)
  return read.success ? read.data : null
}

/** The same, made now when there is none. Only for server actions: it sets a cookie. */
export async function ensureGuestBrowser(): Promise<string> {
  const token = (await readGuestBrowser()) ?? randomToken()
  const jar = await cookies()
  jar.set(guestCookie, token, {
    path: '/',
    maxAge: lifetimeSeconds,
    httpOnly: true,
    sameSite: 'lax',
    secure: hasSecureCookies(),
  })
  return token
}
