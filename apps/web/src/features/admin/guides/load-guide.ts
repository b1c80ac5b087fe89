import 'server-only'
import { cache } from 'react'
import { api } from '@/lib/trpc-server'
import { orNotFound } from '../editor/or-not-found'

/** A guide as its editor sees it, once per request; the not-found page when there is none. */
export const loadGuide = cache(async (slug: string) =>
  orNotFound((await api()).careers.adminGet({ slug })),
)
