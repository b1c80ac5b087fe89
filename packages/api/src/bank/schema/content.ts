import { z } from 'zod'

/** Within one item: of an option, a prompt, an area or a part; its own, or one made for an attempt. */
export const localId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/)

/** Markdown, with fenced code and formulas between dollar signs. */
const markdown = (max: number) => z.string().trim().min(1).max(max)
const stem = markdown(8000)

const option = z.strictObject({
  id: localId,
  text: markdown(2000),
  /** stays below the others when they are shuffled */
  isLast: z.boolean().optional(),
})
const options = z.array(option).min(2).max(12)
const entries = z.array(z.strictObject({ id: localId, text: markdown(2000) }))

export const singleContent = z.strictObject({ stem, options })

/** `choose`: how many are right, which the candidate is told. */
export const multipleContent = z.strictObject({ stem, options, choose: z.int().min(1).max(12) })

/** Everything is to be brought into one order. */
export const orderContent = z.strictObject({ stem, options: entries.min(2).max(12) })

/** To each prompt one option; an option may fit none of them, or several. */
export const matchContent = z.strictObject({
  stem,
  prompts: entries.min(2).max(12),
  options: entries.min(2).max(15),
})

export const numericContent = z.strictObject({ stem, unit: z.string().trim().max(40).optional() })

export const textContent = z.strictObject({ stem, maxLength: z.int().min(1).max(200) })

const pixels = z.number().min(0).max(10_000)

/** One of the areas of a picture is right. Their labels make them choosable without seeing or pointing. */
export const hotspotContent = z.strictObject({
  stem,
  image: z.strictObject({
    /** in the store of files; never told to candidates */
    key: z.string().regex(/^(items|media)\/[A-Za-z0-9/_.-]{1,120}$/),
    alt: z.string().trim().min(1).max(1000),
    width: z.int().min(16).max(10_000),
    height: z.int().min(16).max(10_000),
  }),
  areas: z
    .array(
      z.strictObject({
        id: localId,
        label: z.string().trim().min(1).max(200),
        shape: z.literal('rect'),
        /** left, top, width, height, in pixels of the picture */
        coords: z.tuple([pixels, pixels, pixels.min(1), pixels.min(1)]),
      }),
    )
    .min(2)
    .max(20),
})

const single = z.strictObject({ kind: z.literal('single'), content: singleContent })
const multiple = z.strictObject({ kind: z.literal('multiple'), content: multipleContent })
const order = z.strictObject({ kind: z.literal('order'), content: orderContent })
const match = z.strictObject({ kind: z.literal('match'), content: matchContent })
const numeric = z.strictObject({ kind: z.literal('numeric'), content: numericContent })
const text = z.strictObject({ kind: z.literal('text'), content: textContent })
const hotspot = z.strictObject({ kind: z.literal('hotspot'), content: hotspotContent })

const part = { id: localId }

const caseContent = z.strictObject({
  /** the scenario */
  stem: markdown(20_000),
  /** worth one point each */
  parts: z
    .array(
      z.discriminatedUnion('kind', [
        single.extend(part),
        multiple.extend(part),
        order.extend(part),
        match.extend(part),
        numeric.extend(part),
        text.extend(part),
        hotspot.extend(part),
      ]),
    )
    .min(2)
    .max(20),
})

/** What is asked: the kind, and what candidates may see of it. No key, rationale, level or figure. */
export const itemContent = z.discriminatedUnion('kind', [
  single,
  multiple,
  order,
  match,
  numeric,
  text,
  hotspot,
  z.strictObject({ kind: z.literal('case'), content: caseContent }),
])
export type ItemContent = z.infer<typeof itemContent>

/** A question of its own, also as a part of a case. */
export type SimpleContent = Exclude<ItemContent, { kind: 'case' }>
