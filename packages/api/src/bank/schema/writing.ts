import { z } from 'zod'
import { settableStates } from '../states'
import { wholeItem } from './item'
import { cognitiveLevels, type ReviewVerdict } from './kinds'
import { objectiveCode } from './list'

/** A public source that supports the key. */
const itemReference = z.strictObject({
  title: z.string().trim().min(1).max(300),
  url: z.url({ protocol: /^https?$/ }).max(1000),
})
export const itemReferences = z.array(itemReference).max(20)
export type ItemReference = z.infer<typeof itemReference>

/** A version as it is written. */
export const writtenVersion = wholeItem.extend({
  objective: objectiveCode,
  level: z.enum(cognitiveLevels),
  references: itemReferences,
})
export type WrittenVersion = z.infer<typeof writtenVersion>

export const createItemInput = writtenVersion.extend({ offeringId: z.uuid() })
export type CreateItemInput = z.infer<typeof createItemInput>

/** `baseVersionId`: the newest version when the editor was opened. */
export const writeVersionInput = writtenVersion.extend({
  itemId: z.uuid(),
  baseVersionId: z.uuid(),
})
export type WriteVersionInput = z.infer<typeof writeVersionInput>

const reason = z.string().trim().min(3, 'reason-missing').max(500)

export const itemInput = z.object({ itemId: z.uuid() })
export const versionInput = z.object({ versionId: z.uuid() })

export const setStateInput = itemInput.extend({ state: z.enum(settableStates), reason })
export type SetStateInput = z.infer<typeof setStateInput>

const reviewVerdicts = ['approved', 'returned'] as const satisfies readonly ReviewVerdict[]

/** An item is returned with a note of what is wrong. */
export const reviewInput = versionInput
  .extend({ verdict: z.enum(reviewVerdicts), note: z.string().trim().max(2000) })
  .refine(({ verdict, note }) => verdict === 'approved' || note.length >= 3, {
    path: ['note'],
    error: 'reason-missing',
  })
export type ReviewInput = z.infer<typeof reviewInput>

export const setEnemiesInput = itemInput.extend({ enemyIds: z.array(z.uuid()).max(50) })
export type SetEnemiesInput = z.infer<typeof setEnemiesInput>
