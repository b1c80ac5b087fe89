import 'server-only'
import { headers } from 'next/headers'
import { getToken } from 'next-auth/jwt'
import { env } from '@/env'
import { deps } from '@/lib/deps'
import { createOpenedCookies } from './opened-cookies'

const opened = createOpenedCookies(10_000)

/** Whether cookies carry the prefix and the mark that keep them to https; as the site's address says. */
export const hasSecureCookies = () => env().appUrl.startsWith('https:')

/**
 * The session that this request's cookie names, or null when it names none. Opens the cookie and no
 * more: `auth()` runs the whole session route for it, which seals a new cookie that nobody is sent.
 */
export async function readSessionId(): Promise<string | null> {
  const cookie = (await headers()).get('cookie')
  if (cookie === null) return null
  const asked = {
    // Of all headers the cookie alone: `getToken` would also take a bearer's token.
    req: { headers: new Headers({ cookie }) },
    secret: env().authSecret,
    secureCookie: hasSecureCookies(),
  }
  const sealed = await getToken({ ...asked, raw: true })
  if (!sealed) return null
  const known = opened.find(sealed, deps().clock.now())
  if (known) return known.sessionId
  const token = await getToken(asked)
  const sessionId = token?.sessionId
  if (typeof sessionId !== 'string' || sessionId === '' || token?.exp === undefined) return null
  opened.keep(sealed, { sessionId, expiresAt: new Date(token.exp * 1000) })
  return sessionId
}
