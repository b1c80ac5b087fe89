'use client'

import { Checkbox } from '@archway/ui/checkbox'
import { FormFrame } from '@/features/shell/form-frame'
import { waiveWithdrawal } from './actions'

/** The consent, never ticked beforehand, and the button that opens what was bought. */
export function WaiveForm({
  orderId,
  version,
  text,
  label,
}: {
  orderId: string
  version: number
  text: string
  label: string
}) {
  return (
    <FormFrame action={waiveWithdrawal} submitLabel={label} submitVariant="secondary">
      {(state) => (
        <>
          <input type="hidden" name="orderId" value={orderId} />
          <Checkbox
            name="waiver"
            value={version}
            label={text}
            aria-invalid={state.fieldErrors.waiver !== undefined}
          />
        </>
      )}
    </FormFrame>
  )
}
