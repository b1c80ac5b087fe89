'use client'

import type { MembershipPeriod } from '@archway/api/subscriptions/states'
import { Checkbox } from '@archway/ui/checkbox'
import { FormFrame } from '@/features/shell/form-frame'
import { startMembership } from './actions'

/** One button that goes to Stripe. The server takes the price from its own data, not from here. */
export function StartForm({
  period,
  currency,
  country,
  waiver,
  label,
}: {
  period: MembershipPeriod
  currency: string
  /** where the page took the buyer to be; null when what they keep for invoices says it */
  country: string | null
  /** the text by which the right of withdrawal is given up; null for who has none */
  waiver: { version: number; label: string; hint: string } | null
  label: string
}) {
  return (
    <FormFrame action={startMembership} submitLabel={label} isWide>
      {(state) => (
        <>
          <input type="hidden" name="period" value={period} />
          <input type="hidden" name="currency" value={currency} />
          {country ? <input type="hidden" name="country" value={country} /> : null}
          {waiver ? (
            <Checkbox
              name="waiver"
              value={waiver.version}
              defaultChecked={state.values.waiver !== undefined}
              label={waiver.label}
              hint={waiver.hint}
              aria-invalid={state.fieldErrors.waiver !== undefined}
            />
          ) : null}
          {state.fieldErrors.waiver ? (
            <p className="text-danger text-sm">{state.fieldErrors.waiver}</p>
          ) : null}
        </>
      )}
    </FormFrame>
  )
}
