'use client'

import { cn } from '@archway/ui/cn'
import type { ReactNode } from 'react'
import { SaveBar } from './save-bar'
import type { Draft } from './use-draft'

/** A form over a draft: its fields, and at its foot what is unsaved, what went wrong, and the buttons. */
export function DraftForm({
  draft,
  isSaving,
  error,
  saveLabel,
  isNew,
  onSave,
  className,
  children,
}: {
  draft: Pick<Draft<object>, 'isDirty' | 'hasErrors' | 'discard'>
  isSaving: boolean
  error: unknown
  saveLabel: string
  /** nothing of it is stored yet */
  isNew?: boolean
  onSave: () => void
  className?: string
  children: ReactNode
}) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
      className={cn('grid gap-5', className)}
    >
      {children}
      <SaveBar
        isDirty={draft.isDirty}
        hasErrors={draft.hasErrors}
        isSaving={isSaving}
        error={error}
        saveLabel={saveLabel}
        isNew={isNew}
        onSave={onSave}
        onDiscard={draft.discard}
      />
    </form>
  )
}
