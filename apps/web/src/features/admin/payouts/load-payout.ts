import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** A payout, once per request; the not-found page when there is none that the reader may see. */
export const loadPayout = cache(async (payoutId: string) => {
  if (!z.uuid().safeParse(payoutId).success) notFound()
  return orNotFound((await api()).payouts.get({ payoutId }))
})
