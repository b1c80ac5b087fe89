import { z } from 'zod'
import { localId } from './content'

/** `all`: only a whole answer earns the point. `partial`: its right parts earn theirs, never less than nothing. */
const credit = z.enum(['all', 'partial'])

const single = z.strictObject({ kind: z.literal('single'), correct: localId })
const multiple = z.strictObject({
  kind: z.literal('multiple'),
  correct: z.array(localId).min(1).max(12),
  credit,
})
const order = z.strictObject({
  kind: z.literal('order'),
  sequence: z.array(localId).min(2).max(12),
})
/** by prompt, the option that belongs to it */
const match = z.strictObject({
  kind: z.literal('match'),
  pairs: z.record(localId, localId),
  credit,
})
/** right is what is not further away than the tolerance, in the item's unit */
const numeric = z.strictObject({
  kind: z.literal('numeric'),
  value: z.number(),
  tolerance: z.number().min(0),
})
const text = z.strictObject({
  kind: z.literal('text'),
  accepted: z.array(z.string().trim().min(1).max(200)).min(1).max(20),
  isCaseSensitive: z.boolean().optional(),
})
const hotspot = z.strictObject({ kind: z.literal('hotspot'), correct: localId })

const simpleKey = z.discriminatedUnion('kind', [
  single,
  multiple,
  order,
  match,
  numeric,
  text,
  hotspot,
])

/** What is right. Sealed at rest; opened to score, to review and to export. */
export const itemKey = z.discriminatedUnion('kind', [
  single,
  multiple,
  order,
  match,
  numeric,
  text,
  hotspot,
  z.strictObject({ kind: z.literal('case'), parts: z.record(localId, simpleKey) }),
])
export type ItemKey = z.infer<typeof itemKey>
export type SimpleKey = z.infer<typeof simpleKey>

const summary = z.string().trim().min(1).max(4000)
/** by option, area or prompt */
const options = z.record(localId, z.string().trim().min(1).max(2000)).optional()

/** Why the key is right and the rest is not, in Markdown. Sealed like the key, which it tells. */
export const itemRationale = z.strictObject({
  summary,
  options,
  /** of the parts of a case */
  parts: z.record(localId, z.strictObject({ summary, options })).optional(),
})
export type ItemRationale = z.infer<typeof itemRationale>
