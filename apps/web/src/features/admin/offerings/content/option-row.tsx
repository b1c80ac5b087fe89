'use client'

import { Button } from '@archway/ui/button'
import { Checkbox } from '@archway/ui/checkbox'
import { FieldError } from '@archway/ui/field-text'
import { Icon } from '@archway/ui/icon'
import { Input } from '@archway/ui/input'
import { useTranslations } from 'next-intl'
import { useId } from 'react'

/** One answer: whether it is right, its text, and a button that takes it out. */
export function OptionRow({
  name,
  kind,
  label,
  option,
  error,
  canRemove,
  onMark,
  onText,
  onRemove,
}: {
  /** of the group of round buttons */
  name: string
  kind: 'single' | 'multiple'
  label: string
  option: { text: string; isCorrect: boolean }
  error?: string
  canRemove: boolean
  onMark: (isCorrect: boolean) => void
  onText: (text: string) => void
  onRemove: () => void
}) {
  const t = useTranslations('adminCatalog.content')
  const form = useTranslations('adminCatalog.form')
  const id = useId()
  return (
    <div className="grid gap-1">
      <div className="flex items-center gap-3">
        {kind === 'single' ? (
          <input
            type="radio"
            name={name}
            aria-label={t('isRight', { name: label })}
            checked={option.isCorrect}
            onChange={() => onMark(true)}
            className="size-4.5 shrink-0 accent-(--accent)"
          />
        ) : (
          <Checkbox
            aria-label={t('isRight', { name: label })}
            checked={option.isCorrect}
            onChange={(event) => onMark(event.target.checked)}
          />
        )}
        <Input
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          value={option.text}
          onChange={(event) => onText(event.target.value)}
        />
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={form('remove', { name: label })}
          disabled={!canRemove}
          onClick={onRemove}
        >
          <Icon name="x" />
        </Button>
      </div>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  )
}
