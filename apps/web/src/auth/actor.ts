import 'server-only'
import { getMemberBySession } from '@archway/api/accounts/reads/current-member'
import type { Actor, Member } from '@archway/api/shared/actor'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { cache } from 'react'
import { deps } from '@/lib/deps'
import { readGuestBrowser } from './guest-browser'
import { requestCountry, requestOrigin } from './request-origin'
import { readSessionId } from './session-cookie'

/** Who sent this request. Read once per request; a revoked session is a visitor's. */
export const currentActor = cache(async (): Promise<Actor> => {
  // Never part of a prerender: opening the cookie takes randomness and the time.
  await connection()
  const { ipAddress } = await requestOrigin()
  const ipCountry = await requestCountry()
  const sessionId = await readSessionId()
  if (sessionId === null) return { type: 'visitor', ipAddress, ipCountry }
  const member = await getMemberBySession(deps().db, sessionId, {
    now: deps().clock.now(),
    ipAddress,
  })
  return member ? { ...member, ipCountry } : { type: 'visitor', ipAddress, ipCountry }
})

/**
 * For pages that people come back to from paying: who is signed in and any browser that has checked out without
 * an account may read on; everybody else is sent to the sign-in page, which comes back to `returnTo`.
 */
export async function requireBuyer(returnTo: string): Promise<void> {
  if ((await readGuestBrowser()) === null) await requireMember(returnTo)
}

/** The signed-in person, or a redirect to the sign-in page that comes back to `returnTo`. */
export async function requireMember(returnTo: string): Promise<Member> {
  const actor = await currentActor()
  if (actor.type === 'member') return actor
  redirect(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
}
