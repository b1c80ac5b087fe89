'use client'

import * as TooltipPrimitive from 'radix-ui/tooltip'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type TooltipProps = {
  content: ReactNode
  /** One focusable element. It needs its own accessible name: touch never sees a tooltip. */
  children: ReactNode
  side?: 'top' | 'right' | 'bottom' | 'left'
  delayMs?: number
  className?: string
}

/** A short remark on hover or focus; Escape puts it away. */
export function Tooltip({
  content,
  children,
  side = 'top',
  delayMs = 350,
  className,
}: TooltipProps) {
  return (
    <TooltipPrimitive.Provider delayDuration={delayMs}>
      <TooltipPrimitive.Root>
        <TooltipPrimitive.Trigger asChild>{children}</TooltipPrimitive.Trigger>
        <TooltipPrimitive.Portal>
          <TooltipPrimitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className={cn(
              'z-60 max-w-64 animate-fade-in rounded-md bg-foreground px-2.5 py-1.5 text-background text-xs',
              className,
            )}
          >
            {content}
          </TooltipPrimitive.Content>
        </TooltipPrimitive.Portal>
      </TooltipPrimitive.Root>
    </TooltipPrimitive.Provider>
  )
}
