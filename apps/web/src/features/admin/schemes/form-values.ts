import { type SchemeDocument, schemeParts } from '@archway/api/schemes/schema/document'
import { parseMoney, toDecimalString } from '@archway/api/shared/money'
import { newRowId } from '../editor/row-list'
import { withRowId } from '../editor/with-row-id'
import { type FieldSpec, partSpecs } from './field-specs'

/** What a group of fields holds while it is edited: texts, lists of rows, groups; null where nothing is known. */
export type Group = { [name: string]: FormValue }
export type FormRow = Group & { id: string }
export type FormValue = string | string[] | null | Group | FormRow[]

/** A scheme as its form holds it: every part, or null while nothing is known of it, and its sources as rows. */
export type SchemeValues = {
  code: string
  status: string
  sources: FormRow[]
} & Record<(typeof schemeParts)[number], Group | null>

type Json = Record<string, unknown>
const text = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value)

/** An empty group of these fields. */
export const blankGroup = (fields: readonly FieldSpec[]): Group =>
  Object.fromEntries(fields.map((field) => [field.name, blank(field)]))
export const blankRow = (fields: readonly FieldSpec[]): FormRow => ({
  ...blankGroup(fields),
  id: newRowId(),
})

function blank(field: FieldSpec): FormValue {
  switch (field.kind) {
    case 'range':
      return { min: '', max: '' }
    case 'choices':
    case 'list':
      return []
    case 'choice':
      return field.isNullable ? '' : (field.options[0] ?? '')
    case 'group':
      return field.isNullable ? null : blankGroup(field.fields)
    case 'afterPass':
      return { type: 'until_renewal', months: '' }
    default:
      return ''
  }
}

const toGroup = (fields: readonly FieldSpec[], from: Json): Group =>
  Object.fromEntries(fields.map((field) => [field.name, toForm(field, from[field.name], from)]))

function toForm(field: FieldSpec, value: unknown, beside: Json): FormValue {
  switch (field.kind) {
    case 'lines':
      return (value as unknown[]).map(text).join('\n')
    case 'choices':
      return value as string[]
    case 'range': {
      const range = (value ?? { min: '', max: '' }) as Json
      return { min: text(range.min), max: text(range.max) }
    }
    case 'amount':
      return toDecimalString({
        amountMinor: BigInt(value as number),
        currency: text(beside.currency),
      })
    case 'group':
      return value === null ? null : toGroup(field.fields, value as Json)
    case 'list':
      return (value as Json[]).map((row, place) => withRowId(toGroup(field.fields, row), place))
    case 'afterPass':
      return { type: text((value as Json).type), months: text((value as Json).months) }
    default:
      return text(value)
  }
}

const number = (typed: FormValue): number | null => {
  const trimmed = text(typed).trim()
  return trimmed === '' ? null : Number(trimmed)
}
const lines = (typed: FormValue): string[] =>
  text(typed)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const fromGroup = (fields: readonly FieldSpec[], from: Group): Json =>
  Object.fromEntries(
    fields.map((field) => [field.name, fromForm(field, from[field.name] as FormValue, from)]),
  )

function fromForm(field: FieldSpec, value: FormValue, beside: Group): unknown {
  switch (field.kind) {
    case 'number':
      return number(value)
    case 'lines':
      return field.name === 'waitsDays' ? lines(value).map(Number) : lines(value)
    case 'choices':
      return value
    case 'range': {
      const { min = '', max = '' } = value as Group
      if (field.isNullable && text(min) === '' && text(max) === '') return null
      return { min: number(min), max: number(text(max) === '' ? min : max) }
    }
    case 'amount': {
      const amountMinor = parseMoney(text(value), text(beside.currency))
      return amountMinor === null ? null : Number(amountMinor)
    }
    case 'group':
      return value === null ? null : fromGroup(field.fields, value as Group)
    case 'list':
      return (value as FormRow[]).map((row) => fromGroup(field.fields, row))
    case 'afterPass': {
      const { type = '', months = '' } = value as Group
      return type === 'months' ? { type, months: number(months) } : { type }
    }
    default: {
      const trimmed = text(value).trim()
      return trimmed === '' && field.isNullable ? null : trimmed
    }
  }
}

/** The form of a scheme, or an empty one. */
export function valuesOf(document: SchemeDocument | null): SchemeValues {
  const parts = schemeParts.map((part) => {
    const value = document?.[part] ?? null
    return [
      part,
      value && { ...toGroup(partSpecs[part], value as Json), source: value.source },
    ] as const
  })
  return {
    ...(Object.fromEntries(parts) as Record<(typeof schemeParts)[number], Group | null>),
    code: text(document?.code),
    status: document?.status ?? 'planned',
    sources: Object.entries(document?.sources ?? {}).map(([key, source], place) =>
      withRowId({ key, ...source, url: text(source.url) }, place),
    ),
  }
}

/** What the form says, in the shape of the format: not checked yet. */
export function documentOf(values: SchemeValues): Json {
  const parts = schemeParts.map((part) => {
    const value = values[part]
    return [part, value && { ...fromGroup(partSpecs[part], value), source: value.source }]
  })
  return {
    schemaVersion: 1,
    code: values.code.trim() || null,
    status: values.status,
    sources: Object.fromEntries(
      values.sources.map(({ key, title, url, verifiedOn }) => [
        key,
        { title: text(title).trim(), url: text(url).trim() || null, verifiedOn },
      ]),
    ),
    ...Object.fromEntries(parts),
  }
}
