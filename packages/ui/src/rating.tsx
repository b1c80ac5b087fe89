import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

const STAR = 'M10 1.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z'

/** A five-pointed star in the text's colour. */
export function Star({ className, ...props }: ComponentProps<'svg'>) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="currentColor"
      aria-hidden="true"
      className={cn('size-[1em] shrink-0', className)}
      {...props}
    >
      <path d={STAR} />
    </svg>
  )
}

export type RatingProps = Omit<ComponentProps<'span'>, 'children'> & {
  /** From 0 to `max`; parts of a star are drawn. */
  value: number
  max?: number
  /** The whole thing in words for assistive technology, such as "Rated 4.6 of 5 by 213 people". */
  label: string
  /** The value in the reader's format, shown before the stars. */
  valueText?: ReactNode
  /** How many rated, in the reader's format, shown after the stars. */
  countText?: ReactNode
}

/** A rating to read. */
export function Rating({
  value,
  max = 5,
  label,
  valueText,
  countText,
  className,
  ...props
}: RatingProps) {
  const share = Math.min(1, Math.max(0, value / max))
  const stars = (name: string) =>
    Array.from({ length: max }, (_, index) => <Star key={`${name}-${index + 1}`} />)
  return (
    <span
      role="img"
      aria-label={label}
      className={cn('inline-flex items-center gap-1.5 text-sm', className)}
      {...props}
    >
      {valueText ? <span className="font-semibold tabular-nums">{valueText}</span> : null}
      <span className="relative inline-flex">
        <span className="inline-flex gap-0.5 text-border-strong">{stars('ground')}</span>
        <span
          className="absolute inset-y-0 start-0 inline-flex gap-0.5 overflow-hidden text-rating"
          style={{ width: `${share * 100}%` }}
        >
          {stars('filled')}
        </span>
      </span>
      {countText ? <span className="text-muted-foreground tabular-nums">{countText}</span> : null}
    </span>
  )
}
