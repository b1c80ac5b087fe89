import type { ComponentProps } from 'react'
import { cn } from './cn'

export type SpinnerProps = Omit<ComponentProps<'svg'>, 'children'> & {
  /** Announced to assistive technology; without it the spinner is decoration. */
  label?: string
}

/** A turning ring in the text's colour, 1em unless sized by class. */
export function Spinner({ label, className, ...props }: SpinnerProps) {
  const ring = (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      aria-hidden="true"
      className={cn('size-[1em] shrink-0 animate-spin', className)}
      {...props}
    >
      <circle cx="12" cy="12" r="9" stroke="currentColor" strokeOpacity="0.25" strokeWidth="2.5" />
      <path
        d="M21 12a9 9 0 0 0-9-9"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  )
  if (!label) return ring
  return (
    <span role="status" className="inline-flex">
      {ring}
      <span className="sr-only">{label}</span>
    </span>
  )
}
