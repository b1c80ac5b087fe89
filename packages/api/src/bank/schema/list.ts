import { z } from 'zod'
import { pageInput } from '../../shared/pagination'
import { cognitiveLevels, itemKinds, itemStates } from './kinds'

/** `n.m`: the m-th objective of the n-th domain of the blueprint. */
export const objectiveCode = z.string().regex(/^[A-Za-z0-9-]{1,20}\.\d{1,2}$/)

const filters = {
  /** code of the item, or words of what is asked */
  search: z.string().trim().max(200).optional(),
  offeringId: z.uuid().optional(),
  state: z.enum(itemStates).optional(),
  kind: z.enum(itemKinds).optional(),
  level: z.enum(cognitiveLevels).optional(),
  domain: z.string().max(20).optional(),
  objective: objectiveCode.optional(),
  authorId: z.uuid().optional(),
}

export const itemListInput = pageInput.extend({
  ...filters,
  sort: z.enum(['code', 'updatedAt', 'objective']).default('code'),
  direction: z.enum(['asc', 'desc']).default('asc'),
})
export type ItemListInput = z.infer<typeof itemListInput>

/** A version as a candidate would see it; the seed says in which order. */
export const previewInput = z.object({
  versionId: z.uuid(),
  seed: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
})
