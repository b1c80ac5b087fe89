import { z } from 'zod'

const text = z.string().trim().min(1)
const id = z.string().regex(/^[a-z0-9]{1,4}$/)
const option = z.strictObject({ id, text, isLast: z.boolean().optional() })
const credit = z.enum(['all', 'partial'])
const rationale = z.strictObject({
  summary: text,
  /** why each option is right or wrong */
  options: z.record(id, text).optional(),
})

const single = z.strictObject({
  kind: z.literal('single'),
  content: z.strictObject({ stem: text, options: z.array(option).min(3).max(5) }),
  key: z.strictObject({ correct: id }),
  rationale,
})
const multiple = z.strictObject({
  kind: z.literal('multiple'),
  content: z.strictObject({
    stem: text,
    options: z.array(option).min(4).max(7),
    choose: z.int().min(2),
  }),
  key: z.strictObject({ correct: z.array(id), credit }),
  rationale,
})
const order = z.strictObject({
  kind: z.literal('order'),
  content: z.strictObject({ stem: text, options: z.array(option).min(3).max(6) }),
  key: z.strictObject({ sequence: z.array(id) }),
  rationale,
})
const match = z.strictObject({
  kind: z.literal('match'),
  content: z.strictObject({
    stem: text,
    prompts: z.array(option).min(2).max(6),
    options: z.array(option).min(3).max(8),
  }),
  key: z.strictObject({ pairs: z.record(id, id), credit }),
  rationale,
})
const numeric = z.strictObject({
  kind: z.literal('numeric'),
  content: z.strictObject({ stem: text, unit: text.optional() }),
  /** tolerance is absolute, in the unit of the value */
  key: z.strictObject({ value: z.number(), tolerance: z.number().min(0) }),
  rationale,
})
const short = z.strictObject({
  kind: z.literal('text'),
  content: z.strictObject({ stem: text, maxLength: z.int().min(1).max(200) }),
  key: z.strictObject({ accepted: z.array(text).min(1), isCaseSensitive: z.boolean().optional() }),
  rationale,
})
const hotspot = z.strictObject({
  kind: z.literal('hotspot'),
  content: z.strictObject({
    stem: text,
    /** `key` is `items/` and the name of the file in the folder `images` beside the items */
    image: z.strictObject({
      key: z.string().regex(/^items\/[a-z0-9.-]+\.svg$/),
      alt: text,
      width: z.int().positive(),
      height: z.int().positive(),
    }),
    areas: z
      .array(
        z.strictObject({
          id,
          label: text,
          shape: z.literal('rect'),
          /** left, top, width and height in the units of the image */
          coords: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        }),
      )
      .min(3),
  }),
  key: z.strictObject({ correct: id }),
  rationale,
})

/** Every kind of item but the case, which is made of these. */
export const answerKinds = z.discriminatedUnion('kind', [
  single,
  multiple,
  order,
  match,
  numeric,
  short,
  hotspot,
])
export type Answer = z.infer<typeof answerKinds>
