'use client'

import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { QuestionProps } from './question-props'
import { readNumber } from './read-number'

/** A number in the item's unit. What is typed stays as it is; only what reads as a number is an answer. */
export function NumericQuestion({
  question,
  value,
  onChange,
  stemId,
  isReadOnly,
}: QuestionProps<'numeric'>) {
  const t = useTranslations('examItem')
  const [typed, setTyped] = useState(value === null ? '' : String(value.value))
  // Another session, or the answer of before, may bring another number.
  const shown = value !== null && readNumber(typed) !== value.value ? String(value.value) : typed
  const isUnread = shown.trim() !== '' && readNumber(shown) === null
  return (
    <Field
      label={t('number')}
      hint={t('numberHint')}
      error={isUnread ? t('numberUnread') : undefined}
      className="max-w-xs"
    >
      {(control) => (
        <span className="flex items-center gap-2">
          <Input
            {...control}
            aria-labelledby={`${stemId} ${control.id}`}
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            value={shown}
            readOnly={isReadOnly}
            onChange={(event) => {
              setTyped(event.target.value)
              const number = readNumber(event.target.value)
              onChange(number === null ? null : { kind: 'numeric', value: number })
            }}
          />
          {question.unit ? <span className="shrink-0 text-sm">{question.unit}</span> : null}
        </span>
      )}
    </Field>
  )
}

/** A few words. Case and extra space do not matter unless the question says so. */
export function TextQuestion({
  question,
  value,
  onChange,
  stemId,
  isReadOnly,
}: QuestionProps<'text'>) {
  const t = useTranslations('examItem')
  return (
    <Field
      label={t('text')}
      hint={t('textHint', { count: question.maxLength })}
      className="max-w-lg"
    >
      {(control) => (
        <Input
          {...control}
          aria-labelledby={`${stemId} ${control.id}`}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={question.maxLength}
          value={value?.text ?? ''}
          readOnly={isReadOnly}
          onChange={({ target }) =>
            onChange(target.value === '' ? null : { kind: 'text', text: target.value })
          }
        />
      )}
    </Field>
  )
}
