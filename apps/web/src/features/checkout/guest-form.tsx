'use client'

import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import { startGuestCheckout } from './actions'
import { WaiverBox, type WaiverText } from './waiver-box'

/** An address and a button that goes to Stripe. */
export function GuestForm({
  items,
  currency,
  codes,
  country,
  waiver,
  label,
}: {
  items: string[]
  currency: string
  codes: string[]
  country: string | null
  waiver: WaiverText | null
  label: string
}) {
  const t = useTranslations('guests.checkout')
  return (
    <FormFrame action={startGuestCheckout} submitLabel={label} isWide>
      {(state) => (
        <>
          <input type="hidden" name="items" value={items.join(',')} />
          <input type="hidden" name="currency" value={currency} />
          <input type="hidden" name="codes" value={codes.join(',')} />
          {country ? <input type="hidden" name="country" value={country} /> : null}
          <TextField
            state={state}
            name="email"
            type="email"
            label={t('email')}
            autoComplete="email"
          />
          {waiver ? <WaiverBox waiver={waiver} state={state} /> : null}
        </>
      )}
    </FormFrame>
  )
}
