import type { ReactNode } from 'react'
import { cn } from './cn'

export type FunnelStage = {
  id: string
  label: ReactNode
  value: number
  /** The value in the reader's format. */
  valueText: string
  /** Share of the stage before, in the reader's format, with its words. */
  stepText?: string
}

export type FunnelChartProps = {
  /** Accessible name. */
  title: string
  stages: FunnelStage[]
  empty: ReactNode
  className?: string
}

/** How many are left at each stage. Plain markup: the text is its own table. */
export function FunnelChart({ title, stages, empty, className }: FunnelChartProps) {
  const widest = Math.max(0, ...stages.map((stage) => stage.value))
  if (widest === 0) {
    return (
      <div
        className={cn(
          'grid min-h-40 place-items-center rounded-md bg-muted/60 text-muted-foreground text-sm',
          className,
        )}
      >
        {empty}
      </div>
    )
  }
  return (
    <ol aria-label={title} className={cn('grid gap-4', className)}>
      {stages.map((stage) => (
        <li key={stage.id} className="text-sm">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium">{stage.label}</span>
            <span className="tabular-nums">
              {stage.stepText ? (
                <span className="me-2 text-muted-foreground">{stage.stepText}</span>
              ) : null}
              <span className="font-semibold">{stage.valueText}</span>
            </span>
          </div>
          <div aria-hidden="true" className="mt-1.5 h-3 rounded-xs bg-muted">
            <div
              className="h-full min-w-0.5 rounded-xs bg-chart-1"
              style={{ width: `${(Math.max(0, stage.value) / widest) * 100}%` }}
            />
          </div>
        </li>
      ))}
    </ol>
  )
}
