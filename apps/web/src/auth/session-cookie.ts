import 'server-only'
import { headers } from 'next/headers'
import { getToken } from 'next-auth/jwt'
import { env } from '@/env'

/** Whether cookies carry the prefix and the mark that keep them to https; as the site's address says. */
export const hasSecureCookies = () => env().appUrl.startsWith('https:')

/**
 * The session that this request's cookie names, or null when it names none. Opens the cookie and no
 * more: `auth()` runs the whole session route for it, which seals a new cookie that nobody is sent.
 */
export async function readSessionId(): Promise<string | null> {
  const cookie = (await headers()).get('cookie')
  if (cookie === null) return null
  const token = await getToken({
    // Of all headers the cookie alone: `getToken` would also take a bearer's token.
    req: { headers: new Headers({ cookie }) },
    secret: env().authSecret,
    secureCookie: hasSecureCookies(),
  })
  const sessionId = token?.sessionId
  return typeof sessionId === 'string' && sessionId !== '' ? sessionId : null
}
