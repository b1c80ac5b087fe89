'use client'

import type { ReactNode } from 'react'
import { FormFrame } from '@/features/shell/form-frame'
import { requestRefund } from './actions'

/** The button that takes a refund. The request's id comes with the page: pressing twice is one refund. */
export function RefundForm({
  label,
  children,
  ...request
}: {
  orderId: string
  orderLineId: string
  requestId: string
  /** how many of the unused seats */
  seats?: string
  label: string
  /** the way out */
  children: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-end gap-3">
      <FormFrame action={requestRefund} submitLabel={label} submitVariant="danger">
        {() =>
          Object.entries(request).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))
        }
      </FormFrame>
      {children}
    </div>
  )
}
