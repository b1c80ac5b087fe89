import 'server-only'
import { countView } from '@archway/api/credentials/commands/count-view'
import { getAchievement } from '@archway/api/credentials/reads/achievement'
import { getPublicCredential } from '@archway/api/credentials/reads/public-credential'
import { referrerHostOf } from '@archway/api/credentials/rules/views'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { after, connection } from 'next/server'
import { cache } from 'react'
import { z } from 'zod'
import { currentActor } from '@/auth/actor'
import { env } from '@/env'
import { deps } from '@/lib/deps'

const isId = (text: string) => z.uuid().safeParse(text).success

/** A credential as it stands now, read and checked for this very request; unknown ones are not found. */
export const loadCredential = cache(async (id: string) => {
  await connection()
  const now = deps().clock.now()
  const credential = isId(id) ? await getPublicCredential(deps(), id, now) : null
  return credential ? { credential, now } : notFound()
})

/**
 * Counts, after the answer is on its way, that somebody opened the page in a browser. Programs that fetch
 * it (search engines, previews of links) and browsers that fetch ahead do not count: they say so, or do not say
 * that they open a document.
 */
export async function recordView(credentialId: string): Promise<void> {
  const sent = await headers()
  if (sent.get('sec-fetch-dest') !== 'document' || sent.has('sec-purpose')) return
  const actor = await currentActor()
  const referrerHost = referrerHostOf(sent.get('referer'), env().appUrl)
  after(() => countView(deps(), actor, { credentialId, referrerHost }))
}

/** What was certified; unknown ids are not found. */
export const loadAchievement = cache(async (id: string) => {
  await connection()
  return (isId(id) && (await getAchievement(deps().db, id))) || notFound()
})
