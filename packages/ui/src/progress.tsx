import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

type ProgressBase = Omit<ComponentProps<'div'>, 'children'> & {
  /** Accessible name: what is progressing. */
  label: string
  /** 0 to 100; anything outside is brought in. Null: running, end unknown. */
  value: number | null
  /** The value in the reader's words and format, such as "3 of 12 lessons". */
  valueText?: string
}

function clamp(value: number | null): number | null {
  return value === null ? null : Math.min(100, Math.max(0, value))
}

function meterProps(label: string, value: number | null, valueText: string | undefined) {
  return {
    role: 'progressbar',
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': value === null ? undefined : Math.round(value),
    'aria-valuetext': valueText,
  }
}

export type ProgressBarProps = ProgressBase & {
  /** Shows the label and the value text over the bar. */
  showLabel?: boolean
  size?: 'sm' | 'md'
  variant?: 'accent' | 'success'
}

/** How far something has come, as a bar. */
export function ProgressBar({
  label,
  value,
  valueText,
  showLabel = false,
  size = 'md',
  variant = 'accent',
  className,
  ...props
}: ProgressBarProps) {
  const at = clamp(value)
  return (
    <div className={cn('grid gap-1.5', className)} {...props}>
      {showLabel ? (
        <div className="flex justify-between gap-4 text-sm" aria-hidden="true">
          <span className="font-medium">{label}</span>
          <span className="text-muted-foreground tabular-nums">{valueText}</span>
        </div>
      ) : null}
      <div
        {...meterProps(label, at, valueText)}
        className={cn('overflow-hidden rounded-full bg-border', size === 'sm' ? 'h-1' : 'h-2')}
      >
        <div
          className={cn(
            'h-full rounded-full transition-[width] duration-300',
            variant === 'success' ? 'bg-success' : 'bg-accent',
            at === null && 'w-1/3 animate-pulse-soft',
          )}
          style={at === null ? undefined : { width: `${at}%` }}
        />
      </div>
    </div>
  )
}

export type ProgressRingProps = ProgressBase & {
  /** Diameter in pixels. */
  size?: number
  /** What stands in the middle; nothing unless given. */
  children?: ReactNode
}

const RADIUS = 16
const CIRCUMFERENCE = 2 * Math.PI * RADIUS

/** How far something has come, as a ring. */
export function ProgressRing({
  label,
  value,
  valueText,
  size = 44,
  children,
  className,
  ...props
}: ProgressRingProps) {
  const at = clamp(value)
  return (
    <div
      {...meterProps(label, at, valueText)}
      className={cn('relative inline-grid shrink-0 place-items-center', className)}
      style={{ width: size, height: size }}
      {...props}
    >
      <svg viewBox="0 0 36 36" aria-hidden="true" className="absolute inset-0 -rotate-90">
        <circle cx="18" cy="18" r={RADIUS} fill="none" stroke="var(--border)" strokeWidth="3" />
        <circle
          cx="18"
          cy="18"
          r={RADIUS}
          fill="none"
          stroke={at === 100 ? 'var(--success)' : 'var(--accent)'}
          strokeWidth="3"
          strokeLinecap={at === 0 ? 'butt' : 'round'}
          strokeDasharray={`${((at ?? 25) / 100) * CIRCUMFERENCE} ${CIRCUMFERENCE}`}
          className={at === null ? 'origin-center animate-spin' : undefined}
        />
      </svg>
      {children ? (
        <span className="relative font-medium text-xs tabular-nums" aria-hidden="true">
          {children}
        </span>
      ) : null}
    </div>
  )
}
