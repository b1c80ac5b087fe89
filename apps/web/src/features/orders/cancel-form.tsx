'use client'

import { FormFrame } from '@/features/shell/form-frame'
import { cancelOrder } from './actions'
import { cancelGuestOrder } from './guest-actions'

export function CancelForm({
  orderId,
  label,
  isGuest = false,
}: {
  orderId: string
  label: string
  /** of this browser, placed without an account */
  isGuest?: boolean
}) {
  return (
    <FormFrame
      action={isGuest ? cancelGuestOrder : cancelOrder}
      submitLabel={label}
      submitVariant="secondary"
    >
      {() => <input type="hidden" name="orderId" value={orderId} />}
    </FormFrame>
  )
}
