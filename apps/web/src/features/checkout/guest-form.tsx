'use client'

import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import { startGuestCheckout } from './actions'
import { type Place, PlaceInputs } from './place'
import { WaiverBox, type WaiverText } from './waiver-box'

/** An address and a button that goes to Stripe. */
export function GuestForm({
  items,
  currency,
  codes,
  place,
  waiver,
  label,
}: {
  items: string[]
  currency: string
  codes: string[]
  place: Place | null
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
          <PlaceInputs place={place} />
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
