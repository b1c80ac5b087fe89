import { ChartFrame } from './charts/frame'
import { LazyCartesian } from './charts/lazy-cartesian'
import type { ChartProps } from './charts/types'

export type LineChartProps = ChartProps & {
  /** `area` fills the ground under the line; stacked areas add up. */
  variant?: 'line' | 'area'
  stacked?: boolean
}

/** Values over time. */
export function LineChart({ variant = 'line', stacked = false, ...props }: LineChartProps) {
  return (
    <ChartFrame {...props}>
      <LazyCartesian
        kind={variant}
        stacked={stacked}
        rows={props.rows}
        series={props.series}
        format={props.format}
      />
    </ChartFrame>
  )
}
