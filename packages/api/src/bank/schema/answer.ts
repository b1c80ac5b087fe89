import { z } from 'zod'
import { localId } from './content'

const simple = [
  z.strictObject({ kind: z.literal('single'), selected: localId }),
  z.strictObject({ kind: z.literal('multiple'), selected: z.array(localId).max(12) }),
  z.strictObject({ kind: z.literal('order'), sequence: z.array(localId).max(12) }),
  /** by prompt; what has no option yet is left out */
  z.strictObject({ kind: z.literal('match'), pairs: z.record(localId, localId) }),
  z.strictObject({ kind: z.literal('numeric'), value: z.number() }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(200) }),
  z.strictObject({ kind: z.literal('hotspot'), selected: localId }),
] as const

const simpleAnswer = z.discriminatedUnion('kind', simple)

/**
 * What a candidate answers, in ids: of the attempt while it is under way, of the item once `fromDelivered`
 * has put them back. Not answered is null, not one of these.
 */
export const itemAnswer = z.discriminatedUnion('kind', [
  ...simple,
  /** by part; what is not answered is left out */
  z.strictObject({ kind: z.literal('case'), parts: z.record(localId, simpleAnswer) }),
])
export type ItemAnswer = z.infer<typeof itemAnswer>
export type SimpleAnswer = z.infer<typeof simpleAnswer>
