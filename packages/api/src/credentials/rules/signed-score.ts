import { z } from 'zod'

const scored = z.looseObject({
  credentialSubject: z.looseObject({
    result: z.array(z.looseObject({ value: z.coerce.number().optional() })).optional(),
  }),
})

/** The scaled score that a signed document says; null where nothing was scored. Pure. */
export function signedScore(document: unknown): number | null {
  const parsed = scored.safeParse(document)
  if (!parsed.success) return null
  const results = parsed.data.credentialSubject.result ?? []
  return results.find(({ value }) => value !== undefined)?.value ?? null
}
