'use client'

import { Checkbox } from '@archway/ui/checkbox'
import { useTranslations } from 'next-intl'
import { TextLine } from '../editor/text-line'
import type { KindProps } from './kind-props'

/** The right number and how far away an answer may be. */
export function NumberFields({ values, set, error }: KindProps) {
  const t = useTranslations('adminItems.form')
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      <TextLine
        label={t('value')}
        error={error('key.value')}
        required
        inputMode="decimal"
        value={values.value}
        onChange={(value) => set({ value })}
      />
      <TextLine
        label={t('tolerance')}
        hint={t('toleranceHint')}
        error={error('key.tolerance')}
        required
        inputMode="decimal"
        value={values.tolerance}
        onChange={(tolerance) => set({ tolerance })}
      />
      <TextLine label={t('unit')} value={values.unit} onChange={(unit) => set({ unit })} />
    </div>
  )
}

/** The texts that count as right. */
export function AcceptedFields({ values, set, error }: KindProps) {
  const t = useTranslations('adminItems.form')
  return (
    <div className="grid gap-4">
      <TextLine
        label={t('accepted')}
        hint={t('acceptedHint')}
        error={error('key.accepted')}
        required
        isLong
        value={values.accepted}
        onChange={(accepted) => set({ accepted })}
      />
      <TextLine
        label={t('maxLength')}
        error={error('content.maxLength')}
        required
        inputMode="numeric"
        className="max-w-40"
        value={values.maxLength}
        onChange={(maxLength) => set({ maxLength })}
      />
      <Checkbox
        label={t('isCaseSensitive')}
        checked={values.isCaseSensitive}
        onChange={({ target }) => set({ isCaseSensitive: target.checked })}
      />
    </div>
  )
}
