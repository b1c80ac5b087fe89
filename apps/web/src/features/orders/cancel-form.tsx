'use client'

import { FormFrame } from '@/features/shell/form-frame'
import { cancelOrder } from './actions'

export function CancelForm({ orderId, label }: { orderId: string; label: string }) {
  return (
    <FormFrame action={cancelOrder} submitLabel={label} submitVariant="secondary">
      {() => <input type="hidden" name="orderId" value={orderId} />}
    </FormFrame>
  )
}
