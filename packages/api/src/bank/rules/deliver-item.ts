import { type Random, shuffled } from '../../shared/keyed-random'
import type { ItemContent, SimpleContent } from '../schema/content'
import type {
  DeliveredItem,
  DeliveredQuestion,
  OptionOrder,
  SimpleOrder,
  StandIn,
} from '../schema/delivered'

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/** 60 bits: within an attempt no two are alike, and none says which option it stands for. */
const shownId = (random: Random): string =>
  Array.from({ length: 12 }, () => LETTERS[random.below(LETTERS.length)]).join('')

type Identified = { id: string; isLast?: boolean | undefined }

function choicesOf(item: SimpleContent, random: Random): readonly Identified[] {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return [
        ...shuffled(
          item.content.options.filter(({ isLast }) => !isLast),
          random,
        ),
        ...item.content.options.filter(({ isLast }) => isLast),
      ]
    case 'order':
    case 'match':
      return shuffled(item.content.options, random)
    // Areas stay in the order of the picture: their place says which is which anyway.
    case 'hotspot':
      return item.content.areas
    case 'numeric':
    case 'text':
      return []
  }
}

function drawQuestion(item: SimpleContent, random: Random): SimpleOrder {
  const standIn = ({ id }: Identified): StandIn => ({ shown: shownId(random), id })
  return {
    choices: choicesOf(item, random).map(standIn),
    prompts: item.kind === 'match' ? item.content.prompts.map(standIn) : [],
  }
}

/**
 * Draws how an item is shown in one attempt: every id gets a stand-in of chance, options are shuffled,
 * those marked as last stay last. The same item and chance give the same.
 */
export function drawOptionOrder(item: ItemContent, random: Random): OptionOrder {
  if (item.kind !== 'case') return { ...drawQuestion(item, random), parts: [] }
  return {
    choices: [],
    prompts: [],
    parts: item.content.parts.map((part) => ({
      shown: shownId(random),
      id: part.id,
      ...drawQuestion(part, random),
    })),
  }
}

/** The entries in the order of their stand-ins, each with the shown id. Throws when one is not in the item. */
function inOrder<T extends { id: string }>(entries: readonly T[], order: readonly StandIn[]) {
  return order.map(({ shown, id }) => {
    const entry = entries.find((candidate) => candidate.id === id)
    if (!entry) throw new Error(`the item has no "${id}"`)
    return { entry, shown }
  })
}

const texts = (entries: readonly { id: string; text: string }[], order: readonly StandIn[]) =>
  inOrder(entries, order).map(({ entry, shown }) => ({ id: shown, text: entry.text }))

function deliverQuestion(item: SimpleContent, order: SimpleOrder): DeliveredQuestion {
  switch (item.kind) {
    case 'single':
    case 'order':
      return {
        kind: item.kind,
        stem: item.content.stem,
        options: texts(item.content.options, order.choices),
      }
    case 'multiple':
      return {
        kind: item.kind,
        stem: item.content.stem,
        options: texts(item.content.options, order.choices),
        choose: item.content.choose,
      }
    case 'match':
      return {
        kind: item.kind,
        stem: item.content.stem,
        prompts: texts(item.content.prompts, order.prompts),
        options: texts(item.content.options, order.choices),
      }
    case 'numeric':
      return { kind: item.kind, stem: item.content.stem, unit: item.content.unit ?? null }
    case 'text':
      return { kind: item.kind, stem: item.content.stem, maxLength: item.content.maxLength }
    case 'hotspot': {
      const { alt, width, height } = item.content.image
      return {
        kind: item.kind,
        stem: item.content.stem,
        image: { alt, width, height },
        areas: inOrder(item.content.areas, order.choices).map(({ entry, shown }) => ({
          id: shown,
          label: entry.label,
          coords: entry.coords,
        })),
      }
    }
  }
}

/**
 * An item as the candidate of this attempt gets it, field by field: nothing but what is asked, in the ids
 * of the attempt. Throws when the order is not one of this item.
 */
export function deliverItem(item: ItemContent, order: OptionOrder): DeliveredItem {
  if (item.kind !== 'case') return deliverQuestion(item, order)
  return {
    kind: 'case',
    stem: item.content.stem,
    parts: inOrder(item.content.parts, order.parts).map(({ entry, shown }, index) => ({
      id: shown,
      ...deliverQuestion(entry, order.parts[index] ?? { choices: [], prompts: [] }),
    })),
  }
}
