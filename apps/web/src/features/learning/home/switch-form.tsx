'use client'

import { FormFrame } from '@/features/shell/form-frame'
import { switchRevision } from '../actions'

/** The button that moves a learner to the edition that they were shown. */
export function SwitchForm({
  label,
  ...fields
}: {
  enrolmentId: string
  revisionId: string
  slug: string
  label: string
}) {
  return (
    <FormFrame action={switchRevision} submitLabel={label} submitVariant="secondary">
      {() =>
        Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))
      }
    </FormFrame>
  )
}
