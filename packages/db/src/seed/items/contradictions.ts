import type { Answer } from './answer-kinds'

const ids = (entries: readonly { id: string }[]) => entries.map((entry) => entry.id)
const isSameSet = (some: readonly string[], others: readonly string[]) =>
  new Set(some).size === some.length &&
  new Set(others).size === others.length &&
  [...some].sort().join() === [...others].sort().join()

/** What is wrong between the parts of an item, in words; empty when nothing is. */
export function contradictions(item: Answer): string[] {
  const wrong: string[] = []
  const check = (holds: boolean, message: string) => {
    if (!holds) wrong.push(message)
  }
  const explained = (of: readonly { id: string }[]) =>
    check(
      isSameSet(ids(of), Object.keys(item.rationale.options ?? {})),
      'The rationale has to name each option once.',
    )
  switch (item.kind) {
    case 'single':
      check(ids(item.content.options).includes(item.key.correct), 'The key names no option.')
      explained(item.content.options)
      break
    case 'multiple':
      check(
        item.key.correct.every((key) => ids(item.content.options).includes(key)) &&
          new Set(item.key.correct).size === item.key.correct.length,
        'The key names options that are not there, or one twice.',
      )
      check(
        item.key.correct.length === item.content.choose &&
          item.content.choose < item.content.options.length,
        'As many options are right as are to be chosen, and not all.',
      )
      explained(item.content.options)
      break
    case 'order':
      check(
        isSameSet(ids(item.content.options), item.key.sequence),
        'The sequence has to name each option once.',
      )
      break
    case 'match':
      check(
        isSameSet(ids(item.content.prompts), Object.keys(item.key.pairs)),
        'Each prompt needs one partner.',
      )
      check(
        Object.values(item.key.pairs).every((key) => ids(item.content.options).includes(key)),
        'A partner is not among the options.',
      )
      break
    case 'numeric':
      break
    case 'text':
      check(
        item.key.accepted.every((accepted) => accepted.length <= item.content.maxLength),
        'An accepted answer is longer than may be written.',
      )
      break
    case 'hotspot': {
      const { image, areas } = item.content
      check(ids(areas).includes(item.key.correct), 'The key names no area.')
      check(
        areas.every(
          ({ coords: [x, y, width, height] }) =>
            x >= 0 &&
            y >= 0 &&
            width > 0 &&
            height > 0 &&
            x + width <= image.width &&
            y + height <= image.height,
        ),
        'An area lies outside of the image.',
      )
      explained(areas)
      break
    }
  }
  return wrong
}
