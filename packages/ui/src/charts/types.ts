import type { ReactNode } from 'react'

/** A point of time or a category: `label` is formatted by the caller, the values are by series key. */
export type ChartRow = { label: string; values: Record<string, number | null> }

export type ChartSeries = {
  key: string
  label: string
  /** 1 to 6, one of the chart colours; by position unless given. */
  color?: 1 | 2 | 3 | 4 | 5 | 6
}

/** How values read. Plain data, so a server component can pass it. */
export type ChartNumberFormat = {
  locale: string
  options?: Intl.NumberFormatOptions
  /** Values are in units of 10 to the minus this: 2 for cents. */
  exponent?: number
}

export type ChartLabels = {
  /** Heading of the row labels in the table, such as "Day". */
  rows: string
  /** Opens the same figures as a table. */
  table: string
}

export type ChartProps = {
  /** What the chart shows; its accessible name. */
  title: string
  /** The chart in a sentence, for those who cannot see it. */
  summary?: string
  rows: ChartRow[]
  series: ChartSeries[]
  format: ChartNumberFormat
  labels: ChartLabels
  /** What the axes measure, with the unit. */
  axes?: { x: string; y: string }
  /** What stands in when there is nothing to draw. */
  empty: ReactNode
  /** Pixels. */
  height?: number
  /** Keeps the title for assistive technology only. */
  hideTitle?: boolean
  className?: string
}
