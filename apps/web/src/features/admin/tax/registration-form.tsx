'use client'

import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import type { AdminOutput } from '../admin-output'
import { saveRegistration } from './actions'
import { dayValue } from './day-value'
import { TaxChoice, TaxField } from './tax-field'

export type TaxSeller = AdminOutput['tax']['adminRegistrations'][number]
export type TaxRegistration = TaxSeller['taxRegistrations'][number]

/** Where a seller collects tax, from when on and under which number. */
export function RegistrationForm({
  registration,
  sellers,
  sellerId,
  countries,
}: {
  /** null: a new one */
  registration: TaxRegistration | null
  sellers: { value: string; label: string }[]
  sellerId: string
  countries: { value: string; label: string }[]
}) {
  const t = useTranslations('adminTax.registrations')
  return (
    <FormFrame action={saveRegistration} submitLabel={t(registration ? 'save' : 'create')}>
      {(state) => (
        <>
          <input type="hidden" name="id" value={registration?.id ?? ''} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TaxChoice
              state={state}
              name="legalEntityId"
              label={t('seller')}
              value={sellerId}
              options={sellers}
            />
            <TaxChoice
              state={state}
              name="scheme"
              label={t('scheme')}
              value={registration?.scheme ?? 'local'}
              options={[
                { value: 'local', label: t('schemes.local') },
                { value: 'oss', label: t('schemes.oss') },
              ]}
            />
            <TaxChoice
              state={state}
              name="country"
              label={t('country')}
              hint={t('countryHint')}
              value={registration?.country ?? ''}
              options={[{ value: '', label: t('choose') }, ...countries]}
            />
            <TaxField
              state={state}
              name="taxNumber"
              label={t('number')}
              hint={t('numberHint')}
              value={registration?.taxNumber ?? ''}
              isRequired={false}
            />
            <TaxField
              state={state}
              name="validFrom"
              label={t('validFrom')}
              type="date"
              value={dayValue(registration?.validFrom ?? null)}
            />
            <TaxField
              state={state}
              name="validTo"
              label={t('validTo')}
              hint={t('validToHint')}
              type="date"
              value={dayValue(registration?.validTo ?? null)}
              isRequired={false}
            />
          </div>
        </>
      )}
    </FormFrame>
  )
}
