'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ItemHtml } from './item-html'
import type { QuestionProps } from './question-props'

/** A row that takes the click whole and shows its state by more than colour: the control itself. */
const rowClasses =
  'flex cursor-pointer items-start gap-3 rounded-lg border border-border-strong bg-surface px-4 py-3 transition-colors hover:border-input has-checked:border-accent has-checked:bg-accent-muted/50 has-checked:ring-1 has-checked:ring-accent has-disabled:cursor-default has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2'

/** One of several, or as many as are asked for. What is right is not known here. */
export function ChoiceQuestion({
  question,
  value,
  onChange,
  stemId,
  isReadOnly,
}: QuestionProps<'single' | 'multiple'>) {
  const t = useTranslations('examItem')
  const name = useId()
  const hintId = useId()
  const selected = value ? [value.selected].flat() : []
  const isMultiple = question.kind === 'multiple'
  const isFull = isMultiple && selected.length >= question.choose
  const toggle = (id: string) => {
    if (!isMultiple) return onChange({ kind: 'single', selected: id })
    const next = selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]
    onChange(next.length === 0 ? null : { kind: 'multiple', selected: next })
  }
  return (
    <fieldset aria-labelledby={stemId} aria-describedby={hintId} className="grid min-w-0 gap-2.5">
      <p id={hintId} className="text-muted-foreground text-sm">
        {isMultiple ? t('choose', { count: question.choose }) : t('chooseOne')}
        {isMultiple ? (
          <span aria-live="polite" className="ms-2 tabular-nums">
            {t('chosen', { count: selected.length, of: question.choose })}
          </span>
        ) : null}
      </p>
      {question.options.map(({ id, html }) => {
        const isChecked = selected.includes(id)
        return (
          <label key={id} className={rowClasses}>
            <span className="flex h-[1.65em] items-center">
              <input
                type={isMultiple ? 'checkbox' : 'radio'}
                name={name}
                checked={isChecked}
                disabled={isReadOnly || (isFull && !isChecked)}
                onChange={() => toggle(id)}
                className="size-4.5 shrink-0 accent-accent focus-visible:outline-none"
              />
            </span>
            <ItemHtml html={html} className="item-html min-w-0 flex-1" />
          </label>
        )
      })}
    </fieldset>
  )
}
