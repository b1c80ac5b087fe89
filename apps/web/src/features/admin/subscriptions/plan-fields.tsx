'use client'

import { Field } from '@archway/ui/field'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { newRowId, RowList } from '../editor/row-list'
import { TextLine } from '../editor/text-line'
import type { DraftFields } from '../editor/use-draft'
import { Panel } from '../panel'
import type { PlanValues } from './plan-values'

/** What the membership says, and what it costs by the month and by the year in each currency. */
export function PlanFields({ draft: { values, set, error } }: { draft: DraftFields<PlanValues> }) {
  const t = useTranslations('adminSubscriptions.plans')
  const general = error('prices')
  return (
    <>
      <TextLine
        label={t('name')}
        error={error('title')}
        required
        maxLength={120}
        value={values.title}
        onChange={(title) => set('title', title)}
      />
      <Field label={t('summary')} hint={t('summaryHint')} error={error('summary')} required>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={300}
            value={values.summary}
            onChange={(event) => set('summary', event.target.value)}
          />
        )}
      </Field>
      <Panel title={t('prices')} description={t('pricesRule')}>
        {general ? (
          <p role="alert" className="text-danger text-sm">
            {general}
          </p>
        ) : null}
        <RowList
          items={values.prices}
          onChange={(prices) => set('prices', prices)}
          nameOf={(row, index) => row.currency || t('row', { number: index + 1 })}
          add={{
            label: t('add'),
            create: () => ({ id: newRowId(), currency: '', perMonth: '', perYear: '' }),
            max: 20,
          }}
        >
          {(row, change, index) => (
            <div className="grid gap-4 sm:grid-cols-[6rem_minmax(0,1fr)_minmax(0,1fr)]">
              <TextLine
                label={t('currency')}
                error={error(`prices.${index}.currency`)}
                maxLength={3}
                value={row.currency}
                onChange={(currency) => change({ currency: currency.toUpperCase() })}
              />
              <TextLine
                label={t('perMonth')}
                error={error(`prices.${index}.perMonthMinor`)}
                inputMode="decimal"
                value={row.perMonth}
                onChange={(perMonth) => change({ perMonth })}
              />
              <TextLine
                label={t('perYear')}
                error={error(`prices.${index}.perYearMinor`)}
                inputMode="decimal"
                value={row.perYear}
                onChange={(perYear) => change({ perYear })}
              />
            </div>
          )}
        </RowList>
      </Panel>
    </>
  )
}
