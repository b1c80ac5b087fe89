'use client'

import { Checkbox } from '@archway/ui/checkbox'
import { useTranslations } from 'next-intl'
import { ChoiceLine } from '../editor/choice-line'
import { RowList } from '../editor/row-list'
import { TextLine } from '../editor/text-line'
import type { FieldSpec } from './field-specs'
import { blankGroup, blankRow, type FormRow, type FormValue, type Group } from './form-values'

type FieldProps<Spec extends FieldSpec = FieldSpec> = {
  field: Spec
  /** of the value in the document: exam.items */
  path: string
  value: FormValue
  onChange: (value: FormValue) => void
  error: (path: string) => string | undefined
}

type Of<Kind extends FieldSpec['kind']> = Extract<FieldSpec, { kind: Kind }>
const maxRows = 40

/** The fields of a group, two beside each other where there is room. */
export function SchemeFields({
  fields,
  path,
  group,
  onChange,
  error,
}: {
  fields: readonly FieldSpec[]
  path: string
  group: Group
  onChange: (change: Group) => void
  error: FieldProps['error']
}) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {fields.map((field) => (
        <SchemeField
          key={field.name}
          field={field}
          path={`${path}.${field.name}`}
          value={group[field.name] ?? null}
          onChange={(value) => onChange({ [field.name]: value })}
          error={error}
        />
      ))}
    </div>
  )
}

function SchemeField(props: FieldProps) {
  const { field } = props
  switch (field.kind) {
    case 'choice':
      return <Choice {...props} field={field} />
    case 'choices':
      return <Choices {...props} field={field} />
    case 'range':
      return <Range {...props} field={field} />
    case 'group':
      return <Part {...props} field={field} />
    case 'list':
      return <List {...props} field={field} />
    case 'afterPass':
      return <AfterPass {...props} field={field} />
    default:
      return <Line {...props} field={field} />
  }
}

const useWords = () => useTranslations('adminSchemes')

function Line({ field, path, value, onChange, error }: FieldProps) {
  const t = useWords()
  const isLong = field.kind === 'lines'
  const isUnknownAllowed = 'isNullable' in field && field.isNullable === true
  return (
    <TextLine
      label={t(`field.${field.name}` as never)}
      note={isUnknownAllowed ? t('optional') : undefined}
      hint={isLong ? t('onePerLine') : undefined}
      error={error(path)}
      value={String(value ?? '')}
      onChange={onChange}
      isLong={isLong}
      inputMode={
        field.kind === 'number' ? 'numeric' : field.kind === 'amount' ? 'decimal' : undefined
      }
      className={isLong ? 'sm:col-span-2' : undefined}
    />
  )
}

function Choice({ field, path, value, onChange, error }: FieldProps<Of<'choice'>>) {
  const t = useWords()
  const options = [...(field.isNullable ? [''] : []), ...field.options]
  return (
    <ChoiceLine
      label={t(`field.${field.name}` as never)}
      error={error(path)}
      value={String(value ?? '')}
      options={options.map((option) => ({
        value: option,
        label: t(option === '' ? 'unknown' : (`option.${option}` as never)),
      }))}
      onChange={onChange}
    />
  )
}

function Choices({ field, value, onChange }: FieldProps<Of<'choices'>>) {
  const t = useWords()
  const chosen = value as string[]
  return (
    <fieldset className="grid gap-1">
      <legend className="font-medium text-sm">{t(`field.${field.name}` as never)}</legend>
      {field.options.map((option) => (
        <Checkbox
          key={option}
          label={t(`option.${option}` as never)}
          checked={chosen.includes(option)}
          onChange={(event) =>
            onChange(
              field.options.filter((name) =>
                name === option ? event.target.checked : chosen.includes(name),
              ),
            )
          }
        />
      ))}
    </fieldset>
  )
}

function Range({ field, path, value, onChange, error }: FieldProps<Of<'range'>>) {
  const t = useWords()
  const range = value as Group
  const label = t(`field.${field.label ?? field.name}` as never)
  const end = (name: 'min' | 'max') => (
    <TextLine
      label={t(`range.${name}`, { label })}
      error={error(`${path}.${name}`) ?? (name === 'min' ? error(path) : undefined)}
      value={String(range[name] ?? '')}
      onChange={(typed) => onChange({ ...range, [name]: typed })}
      inputMode="numeric"
    />
  )
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      {end('min')}
      {end('max')}
    </div>
  )
}

function Part({ field, path, value, onChange, error }: FieldProps<Of<'group'>>) {
  const t = useWords()
  const group = value as Group | null
  return (
    <fieldset className="grid gap-3 rounded-md border border-border p-4 sm:col-span-2">
      <legend className="px-1 font-medium text-sm">{t(`field.${field.name}` as never)}</legend>
      {field.isNullable ? (
        <Checkbox
          label={t('isKnown')}
          checked={group !== null}
          onChange={(event) => onChange(event.target.checked ? blankGroup(field.fields) : null)}
        />
      ) : null}
      {group ? (
        <SchemeFields
          fields={field.fields}
          path={path}
          group={group}
          onChange={(change) => onChange({ ...group, ...change })}
          error={error}
        />
      ) : null}
    </fieldset>
  )
}

function List({ field, path, value, onChange, error }: FieldProps<Of<'list'>>) {
  const t = useWords()
  const name = t(`field.${field.name}` as never)
  const nameOf = (row: FormRow, index: number) =>
    String(row.title || row.code || t('row', { name, number: index + 1 }))
  return (
    <div className="grid gap-3 sm:col-span-2">
      <h3 className="font-medium text-sm">{name}</h3>
      {error(path) ? <p className="text-danger text-sm">{error(path)}</p> : null}
      <RowList
        items={value as FormRow[]}
        onChange={onChange}
        nameOf={nameOf}
        summaryOf={nameOf}
        add={{ label: t('add'), create: () => blankRow(field.fields), max: maxRows }}
      >
        {(row, set, index) => (
          <SchemeFields
            fields={field.fields}
            path={`${path}.${index}`}
            group={row}
            onChange={set}
            error={error}
          />
        )}
      </RowList>
    </div>
  )
}

const afterPassTypes = ['until_renewal', 'months', 'unknown'] as const

function AfterPass({ field, path, value, onChange, error }: FieldProps<Of<'afterPass'>>) {
  const t = useWords()
  const rule = value as Group
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <ChoiceLine
        label={t(`field.${field.name}` as never)}
        value={String(rule.type)}
        options={afterPassTypes.map((type) => ({ value: type, label: t(`option.${type}`) }))}
        onChange={(type) => onChange({ ...rule, type })}
      />
      {rule.type === 'months' ? (
        <TextLine
          label={t('field.months')}
          error={error(`${path}.months`)}
          value={String(rule.months ?? '')}
          onChange={(months) => onChange({ ...rule, months })}
          inputMode="numeric"
        />
      ) : null}
    </div>
  )
}
