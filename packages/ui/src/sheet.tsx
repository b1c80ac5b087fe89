'use client'

import * as DialogPrimitive from 'radix-ui/dialog'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { DialogDescription, DialogTitle, overlayClasses } from './dialog'
import { useFocusReturn } from './focus-return'
import { Icon } from './icon'

export const Sheet = DialogPrimitive.Root
export const SheetTrigger = DialogPrimitive.Trigger
export const SheetClose = DialogPrimitive.Close
export const SheetTitle = DialogTitle
export const SheetDescription = DialogDescription

const sides = {
  right:
    'inset-y-0 end-0 w-[min(26rem,calc(100vw-2.5rem))] border-s data-[state=closed]:animate-slide-out-right data-[state=open]:animate-slide-in-right',
  left: 'inset-y-0 start-0 w-[min(22rem,calc(100vw-2.5rem))] border-e data-[state=closed]:animate-slide-out-left data-[state=open]:animate-slide-in-left',
  bottom:
    'inset-x-0 bottom-0 max-h-[88dvh] rounded-t-xl border-t data-[state=closed]:animate-slide-out-bottom data-[state=open]:animate-slide-in-bottom',
}

export type SheetContentProps = ComponentProps<typeof DialogPrimitive.Content> & {
  /** Accessible name of the close button. */
  closeLabel: string
  side?: keyof typeof sides
}

/** A drawer at an edge of the screen. Needs a SheetTitle inside. */
export function SheetContent({
  side = 'right',
  closeLabel,
  className,
  children,
  onOpenAutoFocus,
  onCloseAutoFocus,
  ...props
}: SheetContentProps) {
  const focusReturn = useFocusReturn({ onOpenAutoFocus, onCloseAutoFocus })
  return (
    <DialogPrimitive.Portal>
      <DialogPrimitive.Overlay className={overlayClasses} />
      <DialogPrimitive.Content
        className={cn(
          'fixed z-50 flex flex-col border-border bg-surface-raised shadow-lg focus:outline-none',
          sides[side],
          className,
        )}
        {...props}
        {...focusReturn}
      >
        {children}
        <DialogPrimitive.Close
          aria-label={closeLabel}
          className="absolute end-3 top-3 grid size-9 place-items-center rounded-md text-muted-foreground transition-colors hover:bg-muted hover:text-foreground pointer-coarse:size-11"
        >
          <Icon name="x" className="size-5" />
        </DialogPrimitive.Close>
      </DialogPrimitive.Content>
    </DialogPrimitive.Portal>
  )
}

export function SheetHeader({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('flex flex-col gap-1 p-5 pe-14', className)} {...props} />
}

/** The part that scrolls. */
export function SheetBody({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('min-h-0 flex-1 overflow-y-auto px-5 py-1', className)} {...props} />
}

export function SheetFooter({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      className={cn('flex flex-wrap justify-end gap-2 border-border border-t p-5', className)}
      {...props}
    />
  )
}
