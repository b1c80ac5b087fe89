'use client'

import { FormFrame } from '@/features/shell/form-frame'
import { enrolFree, startCheckout } from './actions'

/** One button that goes to Stripe. The server takes the price from its own data, not from here. */
export function PayForm({
  items,
  currency,
  label,
}: {
  items: string[]
  currency: string
  label: string
}) {
  return (
    <FormFrame action={startCheckout} submitLabel={label} isWide>
      {() => (
        <>
          <input type="hidden" name="items" value={items.join(',')} />
          <input type="hidden" name="currency" value={currency} />
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
