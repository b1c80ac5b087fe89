import type { ItemContent, SimpleContent } from '../schema/content'
import type { ItemKey, ItemRationale, SimpleKey } from '../schema/key'

/** What is wrong between the content and the key of an item, as keys of the message catalogue. */
export const itemProblems = [
  'other-kind',
  'id-twice',
  'text-twice',
  'unknown-id',
  'choose-is-not-key',
  'everything-is-right',
  'sequence-incomplete',
  'prompt-without-pair',
  'area-outside',
  'accepted-too-long',
  'part-without-key',
  'part-unknown',
] as const
export type ItemProblem = (typeof itemProblems)[number]

/** Where it is: an id of the item, or of the part of a case. */
export type FoundProblem = { problem: ItemProblem; part: string | null; id: string | null }

type Found = { problem: ItemProblem; id: string | null }
const found = (problem: ItemProblem, id: string | null = null): Found => ({ problem, id })

const twice = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

function entriesOf(item: SimpleContent): { id: string; text: string }[][] {
  switch (item.kind) {
    case 'single':
    case 'multiple':
    case 'order':
      return [item.content.options]
    case 'match':
      return [item.content.prompts, item.content.options]
    case 'hotspot':
      return [item.content.areas.map(({ id, label }) => ({ id, text: label }))]
    case 'numeric':
    case 'text':
      return []
  }
}

function contentProblems(item: SimpleContent): Found[] {
  const lists = entriesOf(item)
  const repeated = lists.flatMap((entries) => [
    ...twice(entries.map(({ id }) => id)).map((id) => found('id-twice', id)),
    ...twice(entries.map(({ text }) => text.trim())).map(() => found('text-twice')),
  ])
  if (item.kind !== 'hotspot') return repeated
  const { image, areas } = item.content
  const outside = areas.filter(
    ({ coords: [left, top, width, height] }) =>
      left + width > image.width || top + height > image.height,
  )
  return [...repeated, ...outside.map(({ id }) => found('area-outside', id))]
}

const unknown = (known: readonly { id: string }[], named: readonly string[]): Found[] =>
  named.filter((id) => !known.some((entry) => entry.id === id)).map((id) => found('unknown-id', id))

function keyProblems(item: SimpleContent, key: SimpleKey): Found[] {
  if (item.kind === 'single' && key.kind === 'single') {
    return unknown(item.content.options, [key.correct])
  }
  if (item.kind === 'hotspot' && key.kind === 'hotspot') {
    return unknown(item.content.areas, [key.correct])
  }
  if (item.kind === 'multiple' && key.kind === 'multiple') {
    const { options, choose } = item.content
    return [
      ...unknown(options, key.correct),
      ...twice(key.correct).map((id) => found('id-twice', id)),
      ...(choose === key.correct.length ? [] : [found('choose-is-not-key')]),
      ...(key.correct.length < options.length ? [] : [found('everything-is-right')]),
    ]
  }
  if (item.kind === 'order' && key.kind === 'order') {
    const { options } = item.content
    const isWhole = key.sequence.length === options.length && twice(key.sequence).length === 0
    return [...unknown(options, key.sequence), ...(isWhole ? [] : [found('sequence-incomplete')])]
  }
  if (item.kind === 'match' && key.kind === 'match') {
    const { prompts, options } = item.content
    return [
      ...unknown(prompts, Object.keys(key.pairs)),
      ...unknown(options, Object.values(key.pairs)),
      ...prompts
        .filter(({ id }) => key.pairs[id] === undefined)
        .map(({ id }) => found('prompt-without-pair', id)),
    ]
  }
  if (item.kind === 'text' && key.kind === 'text') {
    return key.accepted.some((text) => text.length > item.content.maxLength)
      ? [found('accepted-too-long')]
      : []
  }
  return item.kind === key.kind ? [] : [found('other-kind')]
}

function rationaleIds(item: SimpleContent): string[] {
  return entriesOf(item).flatMap((entries) => entries.map(({ id }) => id))
}

const rationaleProblems = (item: SimpleContent, options: Record<string, string> | undefined) =>
  Object.keys(options ?? {})
    .filter((id) => !rationaleIds(item).includes(id))
    .map((id) => found('unknown-id', id))

const questionProblems = (
  item: SimpleContent,
  key: SimpleKey,
  options: Record<string, string> | undefined,
): Found[] => [
  ...contentProblems(item),
  ...keyProblems(item, key),
  ...rationaleProblems(item, options),
]

/**
 * What does not fit together in an item: ids that are missing or twice, a key that is not one of its
 * options, parts without a key. None means that every right answer can be given, and earns the points.
 */
export function findItemProblems(
  item: ItemContent,
  key: ItemKey,
  rationale: ItemRationale,
): FoundProblem[] {
  if (item.kind !== 'case') {
    const problems =
      key.kind === 'case' ? [found('other-kind')] : questionProblems(item, key, rationale.options)
    return problems.map((problem) => ({ ...problem, part: null }))
  }
  if (key.kind !== 'case') return [{ ...found('other-kind'), part: null }]
  const ids = item.content.parts.map(({ id }) => id)
  const strays = [...Object.keys(key.parts), ...Object.keys(rationale.parts ?? {})].filter(
    (id) => !ids.includes(id),
  )
  return [
    ...twice(ids).map((id) => ({ ...found('id-twice', id), part: null })),
    ...strays.map((id) => ({ ...found('part-unknown', id), part: null })),
    ...item.content.parts.flatMap((part) => {
      const partKey = key.parts[part.id]
      const problems = partKey
        ? questionProblems(part, partKey, rationale.parts?.[part.id]?.options)
        : [found('part-without-key')]
      return problems.map((problem) => ({ ...problem, part: part.id }))
    }),
  ]
}
