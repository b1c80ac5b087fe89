'use client'

import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { formatAxis, formatValue, seriesColor } from './format'
import type { ChartNumberFormat, ChartRow, ChartSeries } from './types'

export type CartesianProps = {
  kind: 'line' | 'area' | 'bar'
  stacked: boolean
  rows: ChartRow[]
  series: ChartSeries[]
  format: ChartNumberFormat
}

/** The drawing itself, in its own chunk: the only module that knows the chart library. */
export default function Cartesian({ kind, stacked, rows, series, format }: CartesianProps) {
  const data = rows.map((row) => ({ label: row.label, ...row.values }))
  const tick = { fill: 'var(--muted-foreground)', fontSize: 12 }
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={data}
        accessibilityLayer={false}
        margin={{ top: 6, right: 4, bottom: 0, left: 0 }}
        barCategoryGap="24%"
        barGap={2}
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="label"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--border-strong)' }}
          tickMargin={8}
          minTickGap={28}
        />
        <YAxis
          width="auto"
          tick={tick}
          tickLine={false}
          axisLine={false}
          allowDecimals={(format.exponent ?? 0) > 0}
          tickFormatter={(value: number) => formatAxis(value, format)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={
            kind === 'bar'
              ? { fill: 'var(--muted)', opacity: 0.7 }
              : { stroke: 'var(--border-strong)' }
          }
          content={({ active, label }) => {
            const row = active ? rows.find((one) => one.label === label) : undefined
            return row ? <Readout row={row} series={series} format={format} /> : null
          }}
        />
        {series.map((one, index) => {
          const color = seriesColor(one, index)
          const shared = { dataKey: one.key, name: one.label, isAnimationActive: false }
          const stack = stacked ? { stackId: 'all' } : {}
          if (kind === 'bar') {
            const last = !stacked || index === series.length - 1
            return (
              <Bar
                key={one.key}
                {...shared}
                {...stack}
                fill={color}
                radius={last ? [3, 3, 0, 0] : 0}
                maxBarSize={48}
              />
            )
          }
          const line = {
            ...shared,
            type: 'monotone' as const,
            stroke: color,
            strokeWidth: 2,
            dot: rows.length === 1,
            activeDot: { r: 4, strokeWidth: 2, stroke: 'var(--surface)' },
          }
          return kind === 'area' ? (
            <Area key={one.key} {...line} {...stack} fill={color} fillOpacity={0.12} />
          ) : (
            <Line key={one.key} {...line} />
          )
        })}
      </ComposedChart>
    </ResponsiveContainer>
  )
}

type ReadoutProps = { row: ChartRow; series: ChartSeries[]; format: ChartNumberFormat }

function Readout({ row, series, format }: ReadoutProps) {
  return (
    <div className="rounded-md border border-border bg-surface-raised px-3 py-2 text-sm shadow-md">
      <p className="mb-1 text-muted-foreground text-xs">{row.label}</p>
      {series.map((one, index) => (
        <p key={one.key} className="flex items-center gap-2 tabular-nums">
          <span
            className="size-2.5 rounded-xs"
            style={{ backgroundColor: seriesColor(one, index) }}
          />
          <span className="me-4 text-muted-foreground">{one.label}</span>
          <span className="ms-auto font-medium">{formatValue(row.values[one.key], format)}</span>
        </p>
      ))}
    </div>
  )
}
