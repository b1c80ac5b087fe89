import type { ReactNode } from 'react'
import { seriesColor } from './charts/format'
import { cn } from './cn'

export type DonutSlice = {
  id: string
  label: string
  value: number
  /** The value, or its share, in the reader's format. */
  valueText: string
}

export type DonutChartProps = {
  title: string
  /** At most six; join the small ones before. */
  slices: DonutSlice[]
  /** What stands in the middle, such as the total. */
  children?: ReactNode
  empty: ReactNode
  className?: string
}

const RADIUS = 15.9155
const GAP = 0.8

/** Parts of a whole, with the legend as the readable form. Plain SVG, no client code. */
export function DonutChart({ title, slices, children, empty, className }: DonutChartProps) {
  const total = slices.reduce((sum, slice) => sum + slice.value, 0)
  if (total <= 0) {
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
    <figure className={cn('flex flex-wrap items-center gap-x-8 gap-y-5', className)}>
      <figcaption className="sr-only">{title}</figcaption>
      <div className="relative grid size-40 place-items-center">
        <svg viewBox="0 0 40 40" aria-hidden="true" className="absolute inset-0 -rotate-90">
          {arcs(slices, total).map((arc, index) => (
            <circle
              key={arc.id}
              cx="20"
              cy="20"
              r={RADIUS}
              fill="none"
              stroke={seriesColor({}, index)}
              strokeWidth="5"
              strokeDasharray={`${arc.length} ${100 - arc.length}`}
              strokeDashoffset={-arc.start}
            />
          ))}
        </svg>
        <div className="relative text-center">{children}</div>
      </div>
      <ul className="grid min-w-48 flex-1 gap-2 text-sm">
        {slices.map((slice, index) => (
          <li key={slice.id} className="flex items-center gap-2">
            <span
              aria-hidden="true"
              className="size-2.5 shrink-0 rounded-xs"
              style={{ backgroundColor: seriesColor({}, index) }}
            />
            <span className="min-w-0 flex-1">{slice.label}</span>
            <span className="font-medium tabular-nums">{slice.valueText}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** Where each slice begins and how long it is, in hundredths of the ring, with a gap between. */
function arcs(slices: DonutSlice[], total: number) {
  let start = 0
  return slices.map((slice) => {
    const share = (slice.value / total) * 100
    const arc = { id: slice.id, start, length: Math.max(0, share - (slices.length > 1 ? GAP : 0)) }
    start += share
    return arc
  })
}
