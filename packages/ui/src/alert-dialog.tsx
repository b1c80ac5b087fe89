'use client'

import * as AlertDialogPrimitive from 'radix-ui/alert-dialog'
import type { ReactNode } from 'react'
import { Button } from './button'
import { overlayClasses } from './dialog'
import { useFocusReturn } from './focus-return'

export type ConfirmDialogProps = {
  title: ReactNode
  description?: ReactNode
  /** What will happen, line by line: the exact effect, computed before asking. */
  effects?: ReactNode[]
  /** Heading of the list of effects. */
  effectsLabel?: ReactNode
  /** A reason input, or anything else that must be filled in first. */
  children?: ReactNode
  /** Where the outcome is told when the action failed. */
  error?: ReactNode
  confirmLabel: ReactNode
  cancelLabel: ReactNode
  variant?: 'primary' | 'danger'
  /** The action is running; the dialog stays until the caller closes it. */
  loading?: boolean
  confirmDisabled?: boolean
  onConfirm: () => void
  /** The element that opens it; leave out when `open` is controlled. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/**
 * Asks before something that cannot be taken back lightly. Focus starts on the
 * cancel button, the background does not close it, and confirming leaves it open
 * so that the caller can show progress or an error.
 */
export function ConfirmDialog({
  title,
  description,
  effects = [],
  effectsLabel,
  children,
  error,
  confirmLabel,
  cancelLabel,
  variant = 'primary',
  loading = false,
  confirmDisabled = false,
  onConfirm,
  trigger,
  open,
  onOpenChange,
}: ConfirmDialogProps) {
  const focusReturn = useFocusReturn()
  return (
    <AlertDialogPrimitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? (
        <AlertDialogPrimitive.Trigger asChild>{trigger}</AlertDialogPrimitive.Trigger>
      ) : null}
      <AlertDialogPrimitive.Portal>
        <AlertDialogPrimitive.Overlay className={overlayClasses} />
        <AlertDialogPrimitive.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          {...focusReturn}
          className="fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col gap-4 overflow-y-auto rounded-t-xl border border-border bg-surface-raised p-6 shadow-lg focus:outline-none max-sm:data-[state=closed]:animate-slide-out-bottom max-sm:data-[state=open]:animate-slide-in-bottom sm:inset-x-4 sm:top-[14vh] sm:bottom-auto sm:mx-auto sm:max-h-[76vh] sm:max-w-lg sm:rounded-xl sm:data-[state=closed]:animate-pop-out sm:data-[state=open]:animate-pop-in"
        >
          <div className="flex flex-col gap-1.5">
            <AlertDialogPrimitive.Title className="font-semibold text-lg">
              {title}
            </AlertDialogPrimitive.Title>
            {description ? (
              <AlertDialogPrimitive.Description className="text-muted-foreground text-sm">
                {description}
              </AlertDialogPrimitive.Description>
            ) : null}
          </div>
          {effects.length > 0 ? <Effects label={effectsLabel} effects={effects} /> : null}
          {children}
          {error ? (
            <p role="alert" className="text-danger text-sm">
              {error}
            </p>
          ) : null}
          <div className="mt-1 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <AlertDialogPrimitive.Cancel asChild>
              <Button variant="secondary" disabled={loading}>
                {cancelLabel}
              </Button>
            </AlertDialogPrimitive.Cancel>
            <Button
              variant={variant}
              loading={loading}
              disabled={confirmDisabled}
              onClick={onConfirm}
            >
              {confirmLabel}
            </Button>
          </div>
        </AlertDialogPrimitive.Content>
      </AlertDialogPrimitive.Portal>
    </AlertDialogPrimitive.Root>
  )
}

function Effects({ label, effects }: { label?: ReactNode; effects: ReactNode[] }) {
  return (
    <div className="rounded-lg bg-muted px-4 py-3 text-sm">
      {label ? <p className="mb-1.5 font-medium">{label}</p> : null}
      <ul className="ms-4 list-disc space-y-1 marker:text-muted-foreground">
        {effects.map((effect, index) => (
          <li key={index}>{effect}</li>
        ))}
      </ul>
    </div>
  )
}
