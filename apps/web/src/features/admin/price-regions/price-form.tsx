'use client'

import { regionallySold } from '@archway/api/catalog/schema/price-regions'
import { Field } from '@archway/ui/field'
import { Select } from '@archway/ui/select'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TaxField } from '../tax/tax-field'
import { setPrice } from './actions'

/** What an offering or a bundle is to cost in a region, from now or from a later time on. */
export function PriceForm({ regionId }: { regionId: string }) {
  const t = useTranslations('adminPriceRegions')
  return (
    <FormFrame action={setPrice} submitLabel={t('setPrice')}>
      {(state) => {
        const field = (
          name: 'slug' | 'currency' | 'amount' | 'validFrom' | 'validTo',
          rest: { hint?: string; type?: 'datetime-local'; isRequired?: boolean } = {},
        ) => <TaxField state={state} name={name} label={t(name)} value="" {...rest} />
        return (
          <>
            <input type="hidden" name="regionId" value={regionId} />
            <Field label={t('sold')} error={state.fieldErrors.sold}>
              <Select name="sold" defaultValue={state.values.sold ?? 'offering'}>
                {regionallySold.map((sold) => (
                  <option key={sold} value={sold}>
                    {t(`solds.${sold}`)}
                  </option>
                ))}
              </Select>
            </Field>
            {field('slug', { hint: t('slugHint') })}
            <div className="grid gap-5 sm:grid-cols-2">
              {field('currency')}
              {field('amount')}
              {field('validFrom', {
                type: 'datetime-local',
                isRequired: false,
                hint: t('validFromHint'),
              })}
              {field('validTo', {
                type: 'datetime-local',
                isRequired: false,
                hint: t('validToHint'),
              })}
            </div>
          </>
        )
      }}
    </FormFrame>
  )
}
