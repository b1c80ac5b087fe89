'use client'

import * as PopoverPrimitive from 'radix-ui/popover'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { popupClasses } from './popup'

export const Popover = PopoverPrimitive.Root
export const PopoverTrigger = PopoverPrimitive.Trigger
export const PopoverAnchor = PopoverPrimitive.Anchor
export const PopoverClose = PopoverPrimitive.Close

/** The floating panel. Give `aria-label` or `aria-labelledby`: it is a dialog to assistive technology. */
export function PopoverContent({
  className,
  sideOffset = 6,
  align = 'start',
  ...props
}: ComponentProps<typeof PopoverPrimitive.Content>) {
  return (
    <PopoverPrimitive.Portal>
      <PopoverPrimitive.Content
        sideOffset={sideOffset}
        align={align}
        collisionPadding={8}
        className={cn(popupClasses, 'w-72 overflow-y-auto p-4 text-sm', className)}
        {...props}
      />
    </PopoverPrimitive.Portal>
  )
}
