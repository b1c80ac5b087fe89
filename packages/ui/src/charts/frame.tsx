import type { ReactNode } from 'react'
import { cn } from '../cn'
import { formatValue, seriesColor } from './format'
import type { ChartProps } from './types'

/** Title, legend, the picture (named as one image), and the same figures as a table. */
export function ChartFrame({
  title,
  summary,
  rows,
  series,
  format,
  labels,
  axes,
  empty,
  height = 260,
  hideTitle,
  className,
  children,
}: ChartProps & { children: ReactNode }) {
  const isEmpty = rows.every((row) => series.every(({ key }) => (row.values[key] ?? null) === null))
  return (
    <figure className={cn('min-w-0', className)}>
      <figcaption
        className={cn(
          'mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-sm',
          hideTitle && series.length < 2 && 'sr-only',
        )}
      >
        <span className={hideTitle ? 'sr-only' : 'font-medium'}>{title}</span>
        {series.length > 1 ? (
          <span className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground">
            {series.map((one, index) => (
              <span key={one.key} className="inline-flex items-center gap-1.5">
                <span
                  aria-hidden="true"
                  className="size-2.5 rounded-xs"
                  style={{ backgroundColor: seriesColor(one, index) }}
                />
                {one.label}
              </span>
            ))}
          </span>
        ) : null}
      </figcaption>
      {isEmpty ? (
        <div
          className="grid place-items-center rounded-md bg-muted/60 text-muted-foreground text-sm"
          style={{ height }}
        >
          {empty}
        </div>
      ) : (
        <>
          {axes ? <p className="mb-1 text-muted-foreground text-xs">{axes.y}</p> : null}
          <div role="img" aria-label={summary ?? title} style={{ height }}>
            {children}
          </div>
          {axes ? <p className="mt-1 text-center text-muted-foreground text-xs">{axes.x}</p> : null}
          <details className="mt-3 text-sm">
            <summary className="inline-flex min-h-6 items-center rounded-sm text-muted-foreground underline-offset-4 hover:text-foreground hover:underline pointer-coarse:min-h-11">
              {labels.table}
            </summary>
            <ChartTable title={title} rows={rows} series={series} format={format} labels={labels} />
          </details>
        </>
      )}
    </figure>
  )
}

type ChartTableProps = Pick<ChartProps, 'title' | 'rows' | 'series' | 'format' | 'labels'>

function ChartTable({ title, rows, series, format, labels }: ChartTableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would add a landmark per chart.
    <div
      role="group"
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard.
      tabIndex={0}
      className="mt-2 max-h-72 overflow-auto rounded-md border border-border"
    >
      <table className="w-full border-collapse">
        <thead className="sticky top-0 bg-surface text-muted-foreground text-xs">
          <tr className="border-border-strong border-b">
            <th scope="col" className="px-3 py-2 text-start font-medium">
              {labels.rows}
            </th>
            {series.map((one) => (
              <th key={one.key} scope="col" className="px-3 py-2 text-end font-medium">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} className="border-border border-b last:border-b-0">
              <th scope="row" className="px-3 py-1.5 text-start font-normal">
                {row.label}
              </th>
              {series.map((one) => (
                <td key={one.key} className="px-3 py-1.5 text-end">
                  {formatValue(row.values[one.key], format)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
