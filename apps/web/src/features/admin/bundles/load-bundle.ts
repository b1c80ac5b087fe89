import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** A bundle as staff sees it, once per request; the not-found page when there is none. */
export const loadAdminBundle = cache(async (id: string) => {
  if (!z.uuid().safeParse(id).success) notFound()
  return orNotFound((await api()).bundles.adminGet({ bundleId: id }))
})
