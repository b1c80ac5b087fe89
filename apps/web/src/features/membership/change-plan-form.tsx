'use client'

import type { MembershipPeriod } from '@archway/api/subscriptions/states'
import { FormFrame } from '@/features/shell/form-frame'
import { changePlan } from './actions'

/** Says yes to what the page shows; the server charges that, or nothing when it no longer holds. */
export function ChangePlanForm({
  period,
  at,
  label,
}: {
  period: MembershipPeriod
  /** the moment for which the amounts were computed */
  at: string
  label: string
}) {
  return (
    <FormFrame action={changePlan} submitLabel={label} isWide>
      {() => (
        <>
          <input type="hidden" name="period" value={period} />
          <input type="hidden" name="at" value={at} />
        </>
      )}
    </FormFrame>
  )
}
