import { z } from 'zod'
import { type WholeItem, wholeItem } from './item'

const fields = z.record(z.string(), z.json())
const writtenItem = z.object({
  kind: z.string(),
  content: fields,
  key: fields,
  rationale: fields,
})
const writtenCase = z.object({
  content: z.object({ parts: z.array(z.object({ id: z.string(), kind: z.string() })) }),
  key: z.object({ parts: z.record(z.string(), fields) }),
})

function keyOf(item: z.infer<typeof writtenItem>): object {
  if (item.kind !== 'case') return { kind: item.kind, ...item.key }
  const { content, key } = writtenCase.parse(item)
  const kinds = new Map(content.parts.map(({ id, kind }) => [id, kind]))
  const parts = Object.entries(key.parts).map(([id, part]) => [
    id,
    { kind: kinds.get(id), ...part },
  ])
  return { kind: item.kind, parts: Object.fromEntries(parts) }
}

/**
 * An item as the files of the demo bank write it (`packages/db/seed/items`), where the kind is said once
 * and holds for the key, too. Throws what breaks the format.
 */
export function seedItem(written: unknown): WholeItem {
  const item = writtenItem.parse(written)
  return wholeItem.parse({
    item: { kind: item.kind, content: item.content },
    key: keyOf(item),
    rationale: item.rationale,
  })
}
