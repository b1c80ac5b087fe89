'use client'

import { Checkbox } from '@archway/ui/checkbox'
import type { FormState } from '@/lib/form-state'

/** The text by which a consumer in the Union asks for access at once, and its number. */
export type WaiverText = { version: number; label: string; hint: string }

/** Never ticked beforehand: consent has to be given (Directive 2011/83/EU, Art. 16(m) and 22). */
export function WaiverBox({ waiver, state }: { waiver: WaiverText; state: FormState }) {
  return (
    <Checkbox
      name="waiver"
      value={waiver.version}
      defaultChecked={state.values.waiver !== undefined}
      label={waiver.label}
      hint={waiver.hint}
    />
  )
}
