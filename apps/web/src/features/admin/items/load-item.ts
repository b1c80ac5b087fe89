import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** An item with all its versions, once per request; the not-found page when there is none. */
export const loadItem = cache(async (id: string) => {
  if (!z.uuid().safeParse(id).success) notFound()
  return orNotFound((await api()).bank.item({ itemId: id }))
})
