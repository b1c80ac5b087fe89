'use client'

import type { BillingDetails } from '@archway/api/documents/schema'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Select } from '@archway/ui/select'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { saveBilling } from './actions'

const completions = { name: 'name', company: 'organization', taxNumber: 'off' } as const

/** Name, company, address and tax number for invoices; all of it may stay empty. */
export function BillingForm({
  billing,
  countries,
  returnTo,
}: {
  billing: BillingDetails | null
  countries: { value: string; label: string }[]
  /** where to go after saving */
  returnTo?: string
}) {
  const t = useTranslations('accounts.billing')
  return (
    <FormFrame action={saveBilling} submitLabel={t('save')}>
      {(state) => {
        const typed = (name: keyof BillingDetails) => state.values[name] ?? billing?.[name] ?? ''
        const line = (name: keyof typeof completions) => (
          <Field label={t(name)} error={state.fieldErrors[name]}>
            <Input name={name} autoComplete={completions[name]} defaultValue={typed(name)} />
          </Field>
        )
        return (
          <>
            {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
            {line('name')}
            {line('company')}
            <Field label={t('address')} hint={t('addressHint')} error={state.fieldErrors.address}>
              <Textarea
                name="address"
                rows={3}
                autoComplete="street-address"
                defaultValue={typed('address')}
              />
            </Field>
            <Field label={t('country')} error={state.fieldErrors.country}>
              <Select name="country" autoComplete="country" defaultValue={typed('country')}>
                <option value="">{t('noCountry')}</option>
                {countries.map((country) => (
                  <option key={country.value} value={country.value}>
                    {country.label}
                  </option>
                ))}
              </Select>
            </Field>
            {line('taxNumber')}
          </>
        )
      }}
    </FormFrame>
  )
}
