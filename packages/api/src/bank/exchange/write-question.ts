import type { SimpleContent } from '../schema/content'
import type { SimpleKey } from '../schema/key'
import { written } from './qti-text'
import type { XmlElement } from './xml'

type Children = (XmlElement | string)[]
/** An element by its name, attributes and children. */
export const element = (
  name: string,
  attributes: Record<string, string | number> = {},
  children: Children = [],
): XmlElement => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, String(value)]),
  ),
  children,
})

/** Identifiers begin with a letter in QTI; ours may begin with a digit. */
const identifier = (id: string, prefix = 'id-') =>
  prefix === 'id-' && /^[A-Za-z]/.test(id) && !id.startsWith('id-') ? id : prefix + id

const values = (entries: readonly string[]) => [
  element(
    'correctResponse',
    {},
    entries.map((entry) => element('value', {}, [entry])),
  ),
]

const mapping = (entries: Record<string, number>, defaultValue: number, isCaseSensitive = true) =>
  element(
    'mapping',
    { lowerBound: 0, defaultValue },
    Object.entries(entries).map(([mapKey, mappedValue]) =>
      element('mapEntry', { mapKey, mappedValue, caseSensitive: String(isCaseSensitive) }),
    ),
  )

const share = (count: number) => Math.round(1_000_000 / count) / 1_000_000

export type WrittenQuestion = {
  declaration: XmlElement
  interaction: XmlElement
  /** how the answer is scored: by the key, by the mapping, or as a number with a tolerance */
  scoring: 'correct' | 'mapping' | number
}

/** One question as a declaration of its response and an interaction. Throws for a key of another kind. */
export function writeQuestion(
  item: SimpleContent,
  key: SimpleKey,
  response: string,
): WrittenQuestion {
  const declare = (cardinality: string, baseType: string, children: Children) =>
    element('responseDeclaration', { identifier: response, cardinality, baseType }, children)
  const interact = (
    name: string,
    attributes: Record<string, string | number>,
    children: Children = [],
  ) => element(name, { responseIdentifier: response, ...attributes }, children)
  const choice = (option: { id: string; text: string; isLast?: boolean | undefined }) =>
    written(
      'simpleChoice',
      { identifier: identifier(option.id), ...(option.isLast ? { fixed: 'true' } : {}) },
      option.text,
    )
  if (item.kind === 'single' && key.kind === 'single') {
    return {
      declaration: declare('single', 'identifier', values([identifier(key.correct)])),
      interaction: interact(
        'choiceInteraction',
        { shuffle: 'true', maxChoices: 1 },
        item.content.options.map(choice),
      ),
      scoring: 'correct',
    }
  }
  if (item.kind === 'multiple' && key.kind === 'multiple') {
    const ids = key.correct.map((id) => identifier(id))
    const each = share(ids.length)
    const isPartial = key.credit === 'partial'
    const mapped = Object.fromEntries(ids.map((id) => [id, each]))
    return {
      declaration: declare('multiple', 'identifier', [
        ...values(ids),
        ...(isPartial ? [mapping(mapped, -each)] : []),
      ]),
      interaction: interact(
        'choiceInteraction',
        { shuffle: 'true', maxChoices: item.content.choose },
        item.content.options.map(choice),
      ),
      scoring: isPartial ? 'mapping' : 'correct',
    }
  }
  if (item.kind === 'order' && key.kind === 'order') {
    return {
      declaration: declare(
        'ordered',
        'identifier',
        values(key.sequence.map((id) => identifier(id))),
      ),
      interaction: interact(
        'orderInteraction',
        { shuffle: 'true' },
        item.content.options.map(choice),
      ),
      scoring: 'correct',
    }
  }
  if (item.kind === 'match' && key.kind === 'match') {
    const pairs = Object.entries(key.pairs).map(
      ([prompt, option]) => `${identifier(prompt, 'p-')} ${identifier(option, 'o-')}`,
    )
    const isPartial = key.credit === 'partial'
    const mapped = Object.fromEntries(pairs.map((pair) => [pair, share(pairs.length)]))
    const set = (entries: { id: string; text: string }[], prefix: string, matchMax: string) =>
      element(
        'simpleMatchSet',
        {},
        entries.map(({ id, text }) =>
          written('simpleAssociableChoice', { identifier: identifier(id, prefix), matchMax }, text),
        ),
      )
    return {
      declaration: declare('multiple', 'directedPair', [
        ...values(pairs),
        ...(isPartial ? [mapping(mapped, 0)] : []),
      ]),
      interaction: interact(
        'matchInteraction',
        { shuffle: 'true', maxAssociations: pairs.length },
        [set(item.content.prompts, 'p-', '1'), set(item.content.options, 'o-', '0')],
      ),
      scoring: isPartial ? 'mapping' : 'correct',
    }
  }
  if (item.kind === 'numeric' && key.kind === 'numeric') {
    const { unit } = item.content
    return {
      declaration: declare('single', 'float', values([String(key.value)])),
      interaction: element('p', {}, [
        interact('textEntryInteraction', unit ? { 'data-archway-unit': unit } : {}),
        ...(unit ? [` ${unit}`] : []),
      ]),
      scoring: key.tolerance,
    }
  }
  if (item.kind === 'text' && key.kind === 'text') {
    const accepted = Object.fromEntries(key.accepted.map((text) => [text, 1]))
    return {
      declaration: declare('single', 'string', [
        ...values(key.accepted.slice(0, 1)),
        mapping(accepted, 0, key.isCaseSensitive ?? false),
      ]),
      interaction: element('p', {}, [
        interact('textEntryInteraction', { expectedLength: item.content.maxLength }),
      ]),
      scoring: 'mapping',
    }
  }
  if (item.kind === 'hotspot' && key.kind === 'hotspot') {
    const { image, areas } = item.content
    return {
      declaration: declare('single', 'identifier', values([identifier(key.correct)])),
      interaction: interact('hotspotInteraction', { maxChoices: 1 }, [
        element('object', { data: image.key, width: image.width, height: image.height }, [
          image.alt,
        ]),
        ...areas.map(({ id, label, coords: [left, top, width, height] }) =>
          element('hotspotChoice', {
            identifier: identifier(id),
            shape: 'rect',
            coords: [left, top, left + width, top + height].join(','),
            hotspotLabel: label,
          }),
        ),
      ]),
      scoring: 'correct',
    }
  }
  throw new Error('the key is of another kind than the question')
}
