import type { SimpleContent } from '@archway/api/bank/schema/content'
import type { SimpleKey } from '@archway/api/bank/schema/key'

/** A line of a key: an option with whether it is right, or with its place or partner. */
export type KeyLine = { id: string; text: string; isRight: boolean | null; detail: string | null }

const line = (id: string, text: string, rest: Partial<KeyLine>): KeyLine => ({
  id,
  text,
  isRight: null,
  detail: null,
  ...rest,
})

/** The key of a question beside its texts, in the order in which an answer would be read out. Pure. */
export function keyLines(item: SimpleContent, key: SimpleKey): KeyLine[] {
  if (item.kind === 'single' && key.kind === 'single') {
    return item.content.options.map(({ id, text }) =>
      line(id, text, { isRight: id === key.correct }),
    )
  }
  if (item.kind === 'hotspot' && key.kind === 'hotspot') {
    return item.content.areas.map(({ id, label }) =>
      line(id, label, { isRight: id === key.correct }),
    )
  }
  if (item.kind === 'multiple' && key.kind === 'multiple') {
    return item.content.options.map(({ id, text }) =>
      line(id, text, { isRight: key.correct.includes(id) }),
    )
  }
  if (item.kind === 'order' && key.kind === 'order') {
    return key.sequence.map((id, index) =>
      line(id, item.content.options.find((option) => option.id === id)?.text ?? id, {
        detail: `${index + 1}.`,
      }),
    )
  }
  if (item.kind === 'match' && key.kind === 'match') {
    const textOf = (id: string | undefined) =>
      item.content.options.find((option) => option.id === id)?.text ?? ''
    return item.content.prompts.map(({ id, text }) =>
      line(id, `${text} → ${textOf(key.pairs[id])}`, {}),
    )
  }
  if (item.kind === 'numeric' && key.kind === 'numeric') {
    const unit = item.content.unit ? ` ${item.content.unit}` : ''
    const tolerance = key.tolerance === 0 ? '' : ` (± ${key.tolerance})`
    return [line('value', `${key.value}${unit}${tolerance}`, { isRight: true })]
  }
  return key.kind === 'text'
    ? key.accepted.map((text, index) => line(String(index), text, { isRight: true }))
    : []
}
