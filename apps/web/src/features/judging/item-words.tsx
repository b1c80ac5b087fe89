import type { ItemContent } from '@archway/api/bank/schema/content'
import { ItemMarkdown } from '@/features/shell/item-markdown'

/** The words of an item as its author wrote them: what it asks and what can be answered. */
export function ItemWords({ item }: { item: ItemContent }) {
  const parts = item.kind === 'case' ? item.content.parts : []
  return (
    <div className="grid gap-3 text-sm">
      <ItemMarkdown text={item.content.stem} />
      <Choices item={item} />
      {parts.map((part) => (
        <div key={part.id} className="grid gap-3 border-border border-s-2 ps-4">
          <ItemMarkdown text={part.content.stem} />
          <Choices item={part} />
        </div>
      ))}
    </div>
  )
}

function Choices({ item }: { item: ItemContent }) {
  const choices = choicesOf(item)
  if (choices.length === 0) return null
  return (
    <ul className="grid list-disc gap-1.5 ps-5">
      {choices.map((choice) => (
        <li key={choice.id}>
          <ItemMarkdown text={choice.text} />
        </li>
      ))}
    </ul>
  )
}

function choicesOf(item: ItemContent): { id: string; text: string }[] {
  switch (item.kind) {
    case 'single':
    case 'multiple':
    case 'order':
      return item.content.options
    case 'match':
      return [...item.content.prompts, ...item.content.options]
    case 'hotspot':
      return item.content.areas.map(({ id, label }) => ({ id, text: label }))
    case 'numeric':
    case 'text':
    case 'case':
      return []
  }
}
