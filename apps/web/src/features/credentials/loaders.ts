import 'server-only'
import { getAchievement } from '@archway/api/credentials/reads/achievement'
import { getPublicCredential } from '@archway/api/credentials/reads/public-credential'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { cache } from 'react'
import { z } from 'zod'
import { deps } from '@/lib/deps'

const isId = (text: string) => z.uuid().safeParse(text).success

/** A credential as it stands now, read and checked for this very request; unknown ones are not found. */
export const loadCredential = cache(async (id: string) => {
  await connection()
  const now = deps().clock.now()
  const credential = isId(id) ? await getPublicCredential(deps(), id, now) : null
  return credential ? { credential, now } : notFound()
})

/** What was certified; unknown ids are not found. */
export const loadAchievement = cache(async (id: string) => {
  await connection()
  return (isId(id) && (await getAchievement(deps().db, id))) || notFound()
})
