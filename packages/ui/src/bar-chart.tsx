import { ChartFrame } from './charts/frame'
import { LazyCartesian } from './charts/lazy-cartesian'
import type { ChartProps } from './charts/types'

export type BarChartProps = ChartProps & {
  /** Bars of one row stand on each other instead of side by side. */
  stacked?: boolean
}

/** Values by category or period. */
export function BarChart({ stacked = false, ...props }: BarChartProps) {
  return (
    <ChartFrame {...props}>
      <LazyCartesian
        kind="bar"
        stacked={stacked}
        rows={props.rows}
        series={props.series}
        format={props.format}
      />
    </ChartFrame>
  )
}
