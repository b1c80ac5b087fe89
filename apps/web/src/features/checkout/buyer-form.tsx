'use client'

import type { QuoteOutput } from '@archway/api/orders/schema/quote'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Select } from '@archway/ui/select'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { saveBuyer } from './actions'
import { PlaceFields } from './place-fields'

/** Where the buyer is, and the tax number of a business: what the tax depends on. */
export function BuyerForm({
  tax,
  taxNumber,
  countries,
  returnTo,
}: {
  tax: Pick<QuoteOutput['tax'], 'country' | 'region' | 'postalCode' | 'asked'>
  taxNumber: string | null
  countries: { value: string; label: string }[]
  /** the path of the page */
  returnTo: string
}) {
  const t = useTranslations('checkoutTax')
  return (
    <FormFrame action={saveBuyer} submitLabel={t('update')} submitVariant="secondary">
      {(state) => (
        <>
          <input type="hidden" name="returnTo" value={returnTo} />
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label={t('country')} error={state.fieldErrors.country}>
              <Select
                name="country"
                autoComplete="country"
                defaultValue={state.values.country ?? tax.country ?? ''}
              >
                <option value="">{t('choose')}</option>
                {countries.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </Select>
            </Field>
            <PlaceFields
              asked={tax.asked}
              values={{
                region: state.values.region ?? tax.region,
                postalCode: state.values.postalCode ?? tax.postalCode,
              }}
              errors={state.fieldErrors}
            />
            <Field
              label={t('taxNumber')}
              hint={t('taxNumberHint')}
              error={state.fieldErrors.taxNumber}
            >
              <Input
                name="taxNumber"
                autoComplete="off"
                spellCheck={false}
                maxLength={40}
                defaultValue={state.values.taxNumber ?? taxNumber ?? ''}
              />
            </Field>
          </div>
        </>
      )}
    </FormFrame>
  )
}
