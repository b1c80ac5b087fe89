import 'server-only'
import { sessionIdleSeconds } from '@archway/api/accounts/rules'
import { cookies } from 'next/headers'
import { env } from '@/env'
import { signedInCookie } from '@/lib/signed-in-cookie'

/** Tells cached pages that somebody is signed in (lib/signed-in-cookie.ts). */
export async function setSignedInHint(): Promise<void> {
  const jar = await cookies()
  jar.set(signedInCookie, '1', {
    path: '/',
    maxAge: sessionIdleSeconds,
    sameSite: 'lax',
    secure: env().appUrl.startsWith('https:'),
  })
}

export async function clearSignedInHint(): Promise<void> {
  const jar = await cookies()
  jar.delete(signedInCookie)
}
