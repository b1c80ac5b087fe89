import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { Icon } from './icon'

export type StatDelta = {
  direction: 'up' | 'down' | 'flat'
  /** The change in the reader's format, such as "+12%". */
  text: string
  /** Whether the change is welcome: fewer refunds is down and good. */
  tone: 'good' | 'bad' | 'neutral'
  /** What it is compared with. */
  label?: ReactNode
}

export type StatProps = ComponentProps<'div'> & {
  label: ReactNode
  value: ReactNode
  delta?: StatDelta
  hint?: ReactNode
}

const tones = { good: 'text-success', bad: 'text-danger', neutral: 'text-muted-foreground' }
const arrows = { up: 'arrow-up', down: 'arrow-down', flat: 'minus' } as const

/** One figure with its name, its change, and room below for a sparkline. */
export function Stat({ label, value, delta, hint, className, children, ...props }: StatProps) {
  return (
    <div
      className={cn('flex flex-col rounded-lg border border-border bg-surface p-5', className)}
      {...props}
    >
      <p className="text-muted-foreground text-sm">{label}</p>
      <p className="mt-1 font-semibold text-2xl tabular-nums">{value}</p>
      {delta ? (
        <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-sm tabular-nums">
          <span className={cn('inline-flex items-center gap-0.5 font-medium', tones[delta.tone])}>
            <Icon name={arrows[delta.direction]} className="size-3.5" />
            {delta.text}
          </span>
          {delta.label ? <span className="text-muted-foreground">{delta.label}</span> : null}
        </p>
      ) : null}
      {hint ? <p className="mt-1 text-muted-foreground text-sm">{hint}</p> : null}
      {children ? <div className="mt-4">{children}</div> : null}
    </div>
  )
}
