'use client'

import { FormFrame } from '@/features/shell/form-frame'
import { enrolFree, startCheckout } from './actions'
import { type Place, PlaceInputs } from './place'
import { WaiverBox, type WaiverText } from './waiver-box'

/** One button that goes to Stripe, or settles what codes leave nothing of. The server takes the price from its own data, not from here. */
export function PayForm({
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
  /** where the page took the buyer to be; null when what they keep for invoices says it */
  place: Place | null
  waiver: WaiverText | null
  label: string
}) {
  return (
    <FormFrame action={startCheckout} submitLabel={label} isWide>
      {(state) => (
        <>
          <input type="hidden" name="items" value={items.join(',')} />
          <input type="hidden" name="currency" value={currency} />
          <PlaceInputs place={place} />
          <input type="hidden" name="codes" value={codes.join(',')} />
          {waiver ? <WaiverBox waiver={waiver} state={state} /> : null}
        </>
      )}
    </FormFrame>
  )
}

export function EnrolFreeForm({ offeringId, label }: { offeringId: string; label: string }) {
  return (
    <FormFrame action={enrolFree} submitLabel={label} isWide>
      {() => <input type="hidden" name="offeringId" value={offeringId} />}
    </FormFrame>
  )
}
