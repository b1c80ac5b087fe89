'use client'

import { percentText } from '@archway/api/tax/rules/percent'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import type { AdminOutput } from '../admin-output'
import { saveRate } from './actions'
import { dayValue } from './day-value'
import { TaxChoice, TaxField } from './tax-field'

export type TaxRate = AdminOutput['tax']['adminRates'][number]

/** A rate of a country: what it is called, how much it is, from when on, and where that stands. */
export function RateForm({
  rate,
  countries,
}: {
  /** null: a new one */
  rate: TaxRate | null
  countries: { value: string; label: string }[]
}) {
  const t = useTranslations('adminTax.rates')
  return (
    <FormFrame action={saveRate} submitLabel={t(rate ? 'save' : 'create')}>
      {(state) => (
        <>
          <input type="hidden" name="id" value={rate?.id ?? ''} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TaxChoice
              state={state}
              name="country"
              label={t('country')}
              value={rate?.country ?? ''}
              options={[{ value: '', label: t('choose') }, ...countries]}
            />
            <TaxField
              state={state}
              name="region"
              label={t('region')}
              hint={t('regionHint')}
              value={rate?.region ?? ''}
              isRequired={false}
            />
            <TaxField state={state} name="name" label={t('name')} value={rate?.name ?? 'VAT'} />
            <TaxField
              state={state}
              name="percent"
              label={t('percent')}
              inputMode="decimal"
              value={rate ? percentText(rate.rateBps) : ''}
            />
            <TaxField
              state={state}
              name="validFrom"
              label={t('validFrom')}
              type="date"
              value={dayValue(rate?.validFrom ?? null)}
            />
            <TaxField
              state={state}
              name="validTo"
              label={t('validTo')}
              hint={t('validToHint')}
              type="date"
              value={dayValue(rate?.validTo ?? null)}
              isRequired={false}
            />
          </div>
          <TaxField
            state={state}
            name="sourceUrl"
            label={t('source')}
            hint={t('sourceHint')}
            type="url"
            value={rate?.sourceUrl ?? ''}
          />
          <TaxField
            state={state}
            name="verifiedOn"
            label={t('verifiedOn')}
            type="date"
            value={dayValue(rate?.verifiedOn ?? null)}
          />
        </>
      )}
    </FormFrame>
  )
}
