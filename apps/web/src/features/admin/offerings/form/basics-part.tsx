'use client'

import { offeringLevels } from '@archway/api/catalog/schema/vocabulary'
import { useTranslations } from 'next-intl'
import { ChoiceLine } from '../../editor/choice-line'
import { LookupChoice } from '../../editor/lookup-choice'
import { MediaField } from '../../editor/media-field'
import { TextLine } from '../../editor/text-line'
import { LanguagePicker } from './language-picker'
import type { PartProps } from './part-props'

/** Name, summary, provider, level, languages, picture. */
export function BasicsPart({ draft: { values, set, error } }: PartProps) {
  const t = useTranslations('adminCatalog.offerings')
  return (
    <>
      <TextLine
        label={t('field.title')}
        error={error('title')}
        required
        value={values.title}
        onChange={(text) => set('title', text)}
      />
      <TextLine
        isLong
        label={t('field.summary')}
        hint={t('field.summaryHint', { left: 300 - values.summary.length })}
        error={error('summary')}
        value={values.summary}
        onChange={(text) => set('summary', text)}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <LookupChoice
          of="providers"
          label={t('field.provider')}
          error={error('providerId')}
          required
          selected={values.provider}
          onChange={(provider) => set('provider', provider)}
        />
        <ChoiceLine
          label={t('field.level')}
          value={values.level}
          options={offeringLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
          onChange={(level) => set('level', level)}
        />
        <LanguagePicker
          error={error('languages')}
          codes={values.languages}
          onChange={(codes) => set('languages', codes)}
        />
        <TextLine
          label={t('field.slug')}
          hint={t('field.slugChangeHint')}
          error={error('slug')}
          required
          value={values.slug}
          onChange={(text) => set('slug', text)}
        />
      </div>
      <MediaField
        family="image"
        label={t('field.image')}
        error={error('imageKey')}
        mediaKey={values.imageKey}
        onChange={(media) => set('imageKey', media?.key ?? null)}
      />
    </>
  )
}
