import type { ComponentProps } from 'react'
import { cn } from './cn'
import { controlClasses } from './input'

export type TextareaProps = ComponentProps<'textarea'>

/** A many-line text control that grows with its content where the browser can. */
export function Textarea({ className, rows = 4, ...props }: TextareaProps) {
  return (
    <textarea
      rows={rows}
      className={cn(
        controlClasses,
        'field-sizing-content min-h-24 px-3 py-2 leading-relaxed',
        className,
      )}
      {...props}
    />
  )
}
