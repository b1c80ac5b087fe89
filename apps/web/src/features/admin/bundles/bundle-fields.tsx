'use client'

import { Field } from '@archway/ui/field'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { LookupPicker } from '../editor/lookup-picker'
import { newRowId, RowList } from '../editor/row-list'
import { TextLine } from '../editor/text-line'
import type { DraftFields } from '../editor/use-draft'
import { Panel } from '../panel'
import type { BundleValues } from './form-values'
import { inputOf } from './form-values'
import { SplitPreview } from './split-preview'

/** What a bundle says, holds and costs, and how that is split. */
export function BundleFields({ draft }: { draft: DraftFields<BundleValues> }) {
  const t = useTranslations('adminBundles')
  const { values, set, error } = draft
  const general = error('prices')
  return (
    <>
      <TextLine
        label={t('field.title')}
        error={error('title')}
        required
        maxLength={120}
        value={values.title}
        onChange={(title) => set('title', title)}
      />
      <Field label={t('field.summary')} hint={t('field.summaryHint')} error={error('summary')}>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={500}
            value={values.summary}
            onChange={(event) => set('summary', event.target.value)}
          />
        )}
      </Field>
      <Panel title={t('part.contents')}>
        <LookupPicker
          of="offerings"
          label={t('field.offerings')}
          hint={t('field.offeringsHint')}
          error={error('offeringIds')}
          selected={values.offerings}
          onChange={(offerings) => set('offerings', offerings)}
        />
      </Panel>
      <Panel title={t('part.prices')} description={t('prices.rule')}>
        {general ? (
          <p role="alert" className="text-danger text-sm">
            {general}
          </p>
        ) : null}
        <RowList
          items={values.prices}
          onChange={(rows) => set('prices', rows)}
          nameOf={(row, index) => row.currency || t('prices.row', { number: index + 1 })}
          add={{
            label: t('prices.add'),
            create: () => ({ id: newRowId(), currency: '', amount: '' }),
            max: 20,
          }}
        >
          {(row, change, index) => (
            <div className="grid gap-4 sm:grid-cols-2">
              <TextLine
                label={t('field.currency')}
                error={error(`prices.${index}.currency`)}
                maxLength={3}
                value={row.currency}
                onChange={(currency) => change({ currency: currency.toUpperCase() })}
              />
              <TextLine
                label={t('field.amount')}
                error={error(`prices.${index}.amountMinor`)}
                inputMode="decimal"
                value={row.amount}
                onChange={(amount) => change({ amount })}
              />
            </div>
          )}
        </RowList>
      </Panel>
      <Panel title={t('part.split')} description={t('split.rule')}>
        <SplitPreview input={inputOf(values)} />
      </Panel>
    </>
  )
}
