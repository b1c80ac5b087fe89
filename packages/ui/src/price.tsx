import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

const sizes = { sm: 'text-base', md: 'text-xl', lg: 'text-3xl' }

export type PriceProps = ComponentProps<'div'> & {
  /** The amount, formatted by the caller. */
  amount: ReactNode
  /** The former amount, struck through; `formerLabel` says so to assistive technology. */
  former?: ReactNode
  formerLabel?: string
  /** Tax, period or total, in small print. */
  note?: ReactNode
  size?: keyof typeof sizes
}

/** What something costs. */
export function Price({
  amount,
  former,
  formerLabel,
  note,
  size = 'md',
  className,
  ...props
}: PriceProps) {
  return (
    <div className={cn('tabular-nums', className)} {...props}>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className={cn('font-semibold', sizes[size])}>{amount}</span>
        {former ? (
          <span className="text-muted-foreground text-sm">
            {formerLabel ? <span className="sr-only">{formerLabel} </span> : null}
            <s>{former}</s>
          </span>
        ) : null}
      </p>
      {note ? <p className="mt-0.5 text-muted-foreground text-sm">{note}</p> : null}
    </div>
  )
}
