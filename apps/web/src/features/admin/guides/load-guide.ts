import 'server-only'
import { cache } from 'react'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'
import type { FactChoice } from '../editor/rich-text/types'
import { factSummary } from './fact-summary'

/** A guide as its editor sees it, once per request; the not-found page when there is none. */
export const loadGuide = cache(async (slug: string) =>
  orNotFound((await api()).careers.adminGet({ slug })),
)

/** The lists of a guide as they are stored. */
export const loadGuideParts = cache(async (slug: string) =>
  orNotFound((await api()).careers.adminParts({ slug })),
)

/** Every fact, as something that can be put into a text. */
export async function loadFactChoices(): Promise<FactChoice[]> {
  const facts = await (await api()).careers.adminFactChoices()
  return facts.map((fact) => ({ key: fact.key, label: fact.label, text: factSummary(fact) }))
}
