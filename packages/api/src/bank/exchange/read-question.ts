import type { SimpleContent } from '../schema/content'
import type { SimpleKey } from '../schema/key'
import type { Account } from './consumed'
import { localName } from './qti-names'
import { MARKDOWN, markdownOf } from './qti-text'
import type { XmlElement } from './xml'

/** Why an item of a file cannot be one of ours. */
export class QtiRefusal extends Error {}

/** Interactions that become questions. */
export const interactionNames = [
  'choiceInteraction',
  'orderInteraction',
  'matchInteraction',
  'textEntryInteraction',
  'inlineChoiceInteraction',
  'hotspotInteraction',
] as const

/** Where the reader notes what it had to leave behind or to change. */
export type Reading = {
  account: Account
  declarations: ReadonlyMap<string, XmlElement>
  /** absolute tolerances by the identifier of the response */
  tolerances: ReadonlyMap<string, number>
  change: (field: string) => void
}

export type ReadQuestion = { item: SimpleContent; key: SimpleKey }

const text = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : text(child))).join('')

/** Our own prefixes off; what is no id of ours is spelt so that it is one. */
function idOf(identifier: string, prefix?: string): string {
  const bare = identifier.replace(prefix ? new RegExp(`^${prefix}-`) : /^id-/, '')
  return bare
    .replace(/[^A-Za-z0-9_-]/g, '_')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 40)
}

type Declared = {
  values: string[]
  mapped: { key: string; value: number; isCase: boolean }[] | null
}

function declared(
  { account, declarations }: Reading,
  response: string,
): Declared & { base: string } {
  const declaration = declarations.get(response)
  if (!declaration) throw new QtiRefusal(`no response declaration ${response}`)
  account.take(declaration)
  account.attribute(declaration, 'cardinality')
  const base = account.attribute(declaration, 'baseType') ?? ''
  const values = account
    .children(declaration, 'correctResponse')
    .flatMap((correct) => account.children(correct, 'value').map((value) => text(value).trim()))
  const [mapping] = account.children(declaration, 'mapping')
  if (!mapping) return { base, values, mapped: null }
  for (const bound of ['lowerBound', 'defaultValue']) account.attribute(mapping, bound)
  const mapped = account.children(mapping, 'mapEntry').map((entry) => ({
    key: account.attribute(entry, 'mapKey') ?? '',
    value: Number(account.attribute(entry, 'mappedValue') ?? '0'),
    isCase: account.attribute(entry, 'caseSensitive') !== 'false',
  }))
  return { base, values, mapped }
}

const withKey = (values: string[], response: string): string => {
  const [first] = values
  if (first === undefined) throw new QtiRefusal(`no right answer for ${response}`)
  return first
}

function options(reading: Reading, parent: XmlElement, name: string, prefix?: string) {
  const { account } = reading
  return account.children(parent, name).map((choice) => {
    const isFixed = account.attribute(choice, 'fixed') === 'true'
    account.attribute(choice, 'matchMax')
    return {
      id: idOf(choice.attributes.identifier ?? '', prefix),
      text: bodyText(reading, choice),
      ...(isFixed ? { isLast: true } : {}),
    }
  })
}

/** The text of an element, everything in it taken; what Markdown has no place for is named. */
function bodyText({ account, change }: Reading, element: XmlElement): string {
  account.takeAll(element)
  return (
    element.attributes[MARKDOWN] ?? markdownOf(element.children, (lost) => change(localName(lost)))
  )
}

/** One interaction as a question of ours. Throws `QtiRefusal` where there is no such thing. */
export function readQuestion(
  reading: Reading,
  interaction: XmlElement,
  stem: string,
): ReadQuestion {
  const { account } = reading
  account.take(interaction)
  const response = account.attribute(interaction, 'responseIdentifier') ?? 'RESPONSE'
  account.attribute(interaction, 'shuffle')
  const { base, values, mapped } = declared(reading, response)
  switch (localName(interaction)) {
    case 'choiceInteraction': {
      const max = Number(account.attribute(interaction, 'maxChoices') ?? '1')
      const choices = options(reading, interaction, 'simpleChoice')
      const correct = values.map((value) => idOf(value))
      if (max === 1) {
        if (mapped) reading.change('mapping')
        return {
          item: { kind: 'single', content: { stem, options: choices } },
          key: { kind: 'single', correct: idOf(withKey(values, response)) },
        }
      }
      if (max !== correct.length) reading.change('choiceInteraction/@maxChoices')
      return {
        item: { kind: 'multiple', content: { stem, options: choices, choose: correct.length } },
        key: { kind: 'multiple', correct, credit: mapped ? 'partial' : 'all' },
      }
    }
    case 'inlineChoiceInteraction':
      reading.change('inlineChoiceInteraction')
      return {
        item: {
          kind: 'single',
          content: { stem, options: options(reading, interaction, 'inlineChoice') },
        },
        key: { kind: 'single', correct: idOf(withKey(values, response)) },
      }
    case 'orderInteraction': {
      const entries = options(reading, interaction, 'simpleChoice')
      if (mapped) reading.change('mapping')
      return {
        item: {
          kind: 'order',
          content: { stem, options: entries.map(({ id, text: own }) => ({ id, text: own })) },
        },
        key: { kind: 'order', sequence: values.map((value) => idOf(value)) },
      }
    }
    case 'matchInteraction': {
      account.attribute(interaction, 'maxAssociations')
      const [prompts, targets] = account.children(interaction, 'simpleMatchSet')
      if (!prompts || !targets) throw new QtiRefusal('a match without two sets')
      const pairs = values.map((value) => value.split(/\s+/))
      return {
        item: {
          kind: 'match',
          content: {
            stem,
            prompts: options(reading, prompts, 'simpleAssociableChoice', 'p'),
            options: options(reading, targets, 'simpleAssociableChoice', 'o'),
          },
        },
        key: {
          kind: 'match',
          pairs: Object.fromEntries(
            pairs.map(([prompt = '', option = '']) => [idOf(prompt, 'p'), idOf(option, 'o')]),
          ),
          credit: mapped ? 'partial' : 'all',
        },
      }
    }
    case 'textEntryInteraction': {
      const unit = account.attribute(interaction, 'data-archway-unit')
      const length = Number(account.attribute(interaction, 'expectedLength') ?? '40')
      if (base === 'float' || base === 'integer') {
        const value = Number(withKey(values, response))
        return {
          item: { kind: 'numeric', content: unit === undefined ? { stem } : { stem, unit } },
          key: { kind: 'numeric', value, tolerance: reading.tolerances.get(response) ?? 0 },
        }
      }
      const right = (mapped ?? []).filter(({ value }) => value > 0)
      if (right.some(({ value }) => value !== 1)) reading.change('mapEntry/@mappedValue')
      const accepted = [...new Set([...values, ...right.map(({ key }) => key)])]
      withKey(accepted, response)
      const isCaseSensitive = right.length === 0 || right.some(({ isCase }) => isCase)
      const longest = Math.max(length, ...accepted.map((one) => one.length))
      return {
        item: { kind: 'text', content: { stem, maxLength: Math.min(200, longest) } },
        key: { kind: 'text', accepted, ...(isCaseSensitive ? { isCaseSensitive } : {}) },
      }
    }
    case 'hotspotInteraction':
      return readHotspot(reading, interaction, stem, withKey(values, response))
    default:
      throw new QtiRefusal(`${localName(interaction)} is not supported`)
  }
}

function readHotspot(
  { account }: Reading,
  interaction: XmlElement,
  stem: string,
  correct: string,
): ReadQuestion {
  if (account.attribute(interaction, 'maxChoices') !== '1') {
    throw new QtiRefusal('a hotspot with more than one place')
  }
  const [image] = [
    ...account.children(interaction, 'object'),
    ...account.children(interaction, 'img'),
  ]
  if (!image) throw new QtiRefusal('a hotspot without a picture')
  account.takeAll(image)
  const { data, src, width, height, alt } = image.attributes
  return {
    item: {
      kind: 'hotspot',
      content: {
        stem,
        image: {
          key: data ?? src ?? '',
          alt: (alt ?? text(image)).trim(),
          width: Number(width),
          height: Number(height),
        },
        areas: account.children(interaction, 'hotspotChoice').map((choice) => {
          const coords = account.attribute(choice, 'coords')?.split(',').map(Number) ?? []
          const [left = Number.NaN, top = 0, right = 0, bottom = 0] = coords
          if (account.attribute(choice, 'shape') !== 'rect' || coords.length !== 4) {
            throw new QtiRefusal('a hotspot with places that are no rectangles')
          }
          return {
            id: idOf(choice.attributes.identifier ?? ''),
            label: account.attribute(choice, 'hotspotLabel') ?? choice.attributes.identifier ?? '',
            shape: 'rect' as const,
            coords: [left, top, right - left, bottom - top] as [number, number, number, number],
          }
        }),
      },
    },
    key: { kind: 'hotspot', correct: idOf(correct) },
  }
}
