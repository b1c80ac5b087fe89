import type { QuoteOutput } from '@archway/api/orders/schema/quote'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Select } from '@archway/ui/select'
import { useTranslations } from 'next-intl'

/** What the tax of a country depends on beside the country: its part and the postal code, where it does. */
export function PlaceFields({
  asked,
  values,
  errors,
}: {
  asked: QuoteOutput['tax']['asked']
  values: { region: string | null; postalCode: string | null }
  /** sentences */
  errors: { region?: string | undefined; postalCode?: string | undefined }
}) {
  const t = useTranslations('checkoutTax')
  return (
    <>
      {asked.region === null ? null : (
        <Field label={t('region')} error={errors.region}>
          <Select name="region" autoComplete="address-level1" defaultValue={values.region ?? ''}>
            <option value="">{t(asked.region === 'required' ? 'chooseRegion' : 'noRegion')}</option>
            {asked.regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {asked.isPostalCodeAsked ? (
        <Field label={t('postalCode')} error={errors.postalCode}>
          <Input
            name="postalCode"
            autoComplete="postal-code"
            maxLength={12}
            defaultValue={values.postalCode ?? ''}
          />
        </Field>
      ) : null}
    </>
  )
}
