'use client'

import { useTranslations } from 'next-intl'
import { DayField } from '../../editor/day-field'
import { RichTextField } from '../../editor/rich-text-field'
import { newRowId, RowList } from '../../editor/row-list'
import { TextLine } from '../../editor/text-line'
import type { PartProps } from './part-props'

/** Questions that buyers ask, with their answers. */
export function FaqsPart({ draft: { values, set, error } }: PartProps) {
  const t = useTranslations('adminCatalog.offerings')
  return (
    <RowList
      items={values.faqs}
      onChange={(faqs) => set('faqs', faqs)}
      nameOf={(_, index) => t('faq', { number: index + 1 })}
      emptyText={t('noFaqs')}
      add={{
        label: t('addFaq'),
        create: () => ({ id: newRowId(), question: '', answerHtml: '' }),
        max: 30,
      }}
    >
      {(row, change, index) => (
        <div className="grid gap-4">
          <TextLine
            label={t('faq', { number: index + 1 })}
            error={error(`faqs.${index}.question`)}
            value={row.question}
            onChange={(question) => change({ question })}
          />
          <RichTextField
            label={t('field.answer', { number: index + 1 })}
            error={error(`faqs.${index}.answerHtml`)}
            value={row.answerHtml}
            onChange={(answerHtml) => change({ answerHtml })}
          />
        </div>
      )}
    </RowList>
  )
}

/** Stated properties, each with where it was read and when. */
export function FactsPart({ draft: { values, set, error } }: PartProps) {
  const t = useTranslations('adminCatalog.offerings')
  return (
    <RowList
      items={values.facts}
      onChange={(facts) => set('facts', facts)}
      nameOf={(row, index) => row.label || t('fact', { number: index + 1 })}
      emptyText={t('noFacts')}
      add={{
        label: t('addFact'),
        create: () => ({
          id: newRowId(),
          key: '',
          label: '',
          value: '',
          sourceTitle: '',
          sourceUrl: '',
          verifiedOn: '',
        }),
        max: 40,
      }}
    >
      {(row, change, index) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextLine
            label={t('field.factLabel')}
            error={error(`facts.${index}.label`)}
            required
            value={row.label}
            onChange={(label) => change({ label })}
          />
          <TextLine
            label={t('field.factValue')}
            error={error(`facts.${index}.value`)}
            required
            value={row.value}
            onChange={(value) => change({ value })}
          />
          <TextLine
            label={t('field.sourceTitle')}
            error={error(`facts.${index}.sourceTitle`)}
            value={row.sourceTitle}
            onChange={(sourceTitle) => change({ sourceTitle })}
          />
          <TextLine
            type="url"
            label={t('field.factSource')}
            error={error(`facts.${index}.sourceUrl`)}
            value={row.sourceUrl}
            onChange={(sourceUrl) => change({ sourceUrl })}
          />
          <DayField
            label={t('field.factVerified')}
            error={error(`facts.${index}.verifiedOn`)}
            required
            value={row.verifiedOn}
            onChange={(verifiedOn) => change({ verifiedOn })}
          />
        </div>
      )}
    </RowList>
  )
}

/** Where it is offered by somebody else, and where we know it from. */
export function LinksPart({ draft: { values, set, error } }: PartProps) {
  const t = useTranslations('adminCatalog.offerings')
  return (
    <>
      <TextLine
        type="url"
        label={t('field.externalUrl')}
        hint={t('field.externalUrlHint')}
        error={error('externalUrl')}
        value={values.externalUrl}
        onChange={(text) => set('externalUrl', text)}
      />
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <TextLine
          type="url"
          label={t('field.sourceUrl')}
          error={error('sourceUrl')}
          value={values.sourceUrl}
          onChange={(text) => set('sourceUrl', text)}
        />
        <DayField
          label={t('field.verifiedOn')}
          error={error('verifiedOn')}
          value={values.verifiedOn}
          onChange={(text) => set('verifiedOn', text)}
        />
      </div>
    </>
  )
}
