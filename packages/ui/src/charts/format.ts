import type { ChartNumberFormat, ChartSeries } from './types'

/** A value as the reader writes it; null, which means unknown, as a dash. */
export function formatValue(value: number | null | undefined, format: ChartNumberFormat): string {
  if (value === null || value === undefined) return '–'
  return new Intl.NumberFormat(format.locale, format.options).format(shift(value, format))
}

/** A value short enough for an axis. */
export function formatAxis(value: number, format: ChartNumberFormat): string {
  return new Intl.NumberFormat(format.locale, {
    ...format.options,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  }).format(shift(value, format))
}

/** The colour of a series, by its own choice or its place. */
export function seriesColor(series: Pick<ChartSeries, 'color'>, index: number): string {
  return `var(--chart-${series.color ?? (index % 6) + 1})`
}

function shift(value: number, format: ChartNumberFormat): number {
  return value / 10 ** (format.exponent ?? 0)
}
