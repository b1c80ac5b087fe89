import type { SimpleContent } from '@archway/api/bank/schema/content'
import type { WholeItem } from '@archway/api/bank/schema/item'
import type { SimpleKey } from '@archway/api/bank/schema/key'
import type { CognitiveLevel, ItemKind, SimpleKind } from '@archway/api/bank/schema/kinds'
import type { WrittenVersion } from '@archway/api/bank/schema/writing'
import type { Row } from '../editor/row-list'

type Choice = Row & { text: string; isRight: boolean; isLast: boolean; why: string }
type Prompt = Row & { text: string; partner: string; why: string }
type Area = Row & { label: string; coords: string; isRight: boolean; why: string }

/**
 * A question as its form holds it: the fields of all kinds, so that another kind loses nothing. The id of a
 * row is the id in the item, so that reviewers can compare versions.
 */
export type QuestionValues = Row & {
  kind: SimpleKind
  stem: string
  options: Choice[]
  prompts: Prompt[]
  areas: Area[]
  credit: 'all' | 'partial'
  unit: string
  value: string
  tolerance: string
  maxLength: string
  /** one accepted answer on each line */
  accepted: string
  isCaseSensitive: boolean
  imageKey: string
  imageAlt: string
  imageWidth: string
  imageHeight: string
  summary: string
}

export type ItemValues = {
  objective: string
  level: CognitiveLevel
  kind: ItemKind
  question: QuestionValues
  /** of a case: its scenario, its questions, and what holds for all of them */
  scenario: string
  parts: QuestionValues[]
  summary: string
  references: (Row & { title: string; url: string })[]
}

/** The first of a, b, c … that no row has; after z come numbers. */
export function freeId(rows: readonly Row[]): string {
  const taken = new Set(rows.map(({ id }) => id))
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index))
  const numbers = Array.from({ length: 100 }, (_, index) => String(index + 1))
  return [...letters, ...numbers].find((id) => !taken.has(id)) ?? crypto.randomUUID()
}

export const emptyChoice = (rows: readonly Row[]): Choice => ({
  id: freeId(rows),
  text: '',
  isRight: false,
  isLast: false,
  why: '',
})
export const emptyPrompt = (rows: readonly Row[]): Prompt => ({
  id: freeId(rows),
  text: '',
  partner: '',
  why: '',
})
export const emptyArea = (rows: readonly Row[]): Area => ({
  id: freeId(rows),
  label: '',
  coords: '',
  isRight: false,
  why: '',
})

export const emptyQuestion = (id: string): QuestionValues => ({
  id,
  kind: 'single',
  stem: '',
  options: ['a', 'b', 'c', 'd'].map((letter) => ({ ...emptyChoice([]), id: letter })),
  prompts: ['1', '2', '3'].map((number) => ({ ...emptyPrompt([]), id: number })),
  areas: ['a', 'b', 'c'].map((letter) => ({ ...emptyArea([]), id: letter })),
  credit: 'all',
  unit: '',
  value: '',
  tolerance: '0',
  maxLength: '40',
  accepted: '',
  isCaseSensitive: false,
  imageKey: '',
  imageAlt: '',
  imageWidth: '',
  imageHeight: '',
  summary: '',
})

export const emptyItem = (objective: string): ItemValues => ({
  objective,
  level: 'apply',
  kind: 'single',
  question: emptyQuestion('question'),
  scenario: '',
  parts: ['1', '2'].map(emptyQuestion),
  summary: '',
  references: [],
})

type Reasons = { summary: string; options?: Record<string, string> | undefined }

function questionValues(
  id: string,
  item: SimpleContent,
  key: SimpleKey,
  reasons: Reasons,
): QuestionValues {
  const why = (option: string) => reasons.options?.[option] ?? ''
  const base = {
    ...emptyQuestion(id),
    kind: item.kind,
    stem: item.content.stem,
    summary: reasons.summary,
  }
  const choices = (
    options: readonly { id: string; text: string; isLast?: boolean | undefined }[],
    right: readonly string[],
  ) =>
    options.map((option) => ({
      id: option.id,
      text: option.text,
      isLast: option.isLast ?? false,
      isRight: right.includes(option.id),
      why: why(option.id),
    }))
  if (item.kind === 'single' && key.kind === 'single') {
    return { ...base, options: choices(item.content.options, [key.correct]) }
  }
  if (item.kind === 'multiple' && key.kind === 'multiple') {
    return { ...base, options: choices(item.content.options, key.correct), credit: key.credit }
  }
  if (item.kind === 'order' && key.kind === 'order') {
    const inOrder = key.sequence.flatMap(
      (option) => item.content.options.find((one) => one.id === option) ?? [],
    )
    return { ...base, options: choices(inOrder, []) }
  }
  if (item.kind === 'match' && key.kind === 'match') {
    const prompts = item.content.prompts.map(({ id: prompt, text }) => ({
      id: prompt,
      text,
      partner: key.pairs[prompt] ?? '',
      why: why(prompt),
    }))
    return { ...base, prompts, options: choices(item.content.options, []), credit: key.credit }
  }
  if (item.kind === 'numeric' && key.kind === 'numeric') {
    const { value, tolerance } = key
    return {
      ...base,
      unit: item.content.unit ?? '',
      value: String(value),
      tolerance: String(tolerance),
    }
  }
  if (item.kind === 'text' && key.kind === 'text') {
    return {
      ...base,
      maxLength: String(item.content.maxLength),
      accepted: key.accepted.join('\n'),
      isCaseSensitive: key.isCaseSensitive ?? false,
    }
  }
  if (item.kind === 'hotspot' && key.kind === 'hotspot') {
    const { image, areas } = item.content
    return {
      ...base,
      imageKey: image.key,
      imageAlt: image.alt,
      imageWidth: String(image.width),
      imageHeight: String(image.height),
      areas: areas.map(({ id: area, label, coords }) => ({
        id: area,
        label,
        coords: coords.join(', '),
        isRight: area === key.correct,
        why: why(area),
      })),
    }
  }
  return base
}

/** A version as its form holds it. Pure. */
export function valuesOf(
  { item, key, rationale }: WholeItem,
  about: Pick<WrittenVersion, 'objective' | 'level' | 'references'>,
): ItemValues {
  const common = {
    ...emptyItem(about.objective),
    level: about.level,
    kind: item.kind,
    references: about.references.map((reference, index) => ({ id: String(index), ...reference })),
  }
  if (item.kind === 'case' && key.kind === 'case') {
    return {
      ...common,
      scenario: item.content.stem,
      summary: rationale.summary,
      parts: item.content.parts.flatMap((part) => {
        const partKey = key.parts[part.id]
        const reasons = rationale.parts?.[part.id] ?? { summary: '' }
        return partKey ? [questionValues(part.id, part, partKey, reasons)] : []
      }),
    }
  }
  if (item.kind === 'case' || key.kind === 'case') return common
  return { ...common, question: questionValues('question', item, key, rationale) }
}
