import 'server-only'
import { sessionIdleSeconds } from '@archway/api/accounts/rules'
import { cookies } from 'next/headers'
import { signedInCookie } from '@/lib/signed-in-cookie'
import { hasSecureCookies } from './session-cookie'

/** Tells cached pages that somebody is signed in (lib/signed-in-cookie.ts). */
export async function setSignedInHint(): Promise<void> {
  const jar = await cookies()
  jar.set(signedInCookie, '1', {
    path: '/',
    maxAge: sessionIdleSeconds,
    sameSite: 'lax',
    secure: hasSecureCookies(),
  })
}

export async function clearSignedInHint(): Promise<void> {
  const jar = await cookies()
  jar.delete(signedInCookie)
}
