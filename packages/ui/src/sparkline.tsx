import { cn } from './cn'

export type SparklineProps = {
  values: number[]
  /** The course of it in words; without it the line is decoration beside a figure. */
  label?: string
  className?: string
}

const WIDTH = 100
const HEIGHT = 28
const PAD = 2

/** Points of the line in a box of 100 by 28; a flat series runs through the middle. */
export function sparklinePoints(values: number[]): { x: number; y: number }[] {
  const low = Math.min(...values)
  const range = Math.max(...values) - low
  return values.map((value, index) => ({
    x: values.length === 1 ? WIDTH : (index / (values.length - 1)) * WIDTH,
    y: range === 0 ? HEIGHT / 2 : PAD + (1 - (value - low) / range) * (HEIGHT - 2 * PAD),
  }))
}

/** The shape of a series in one line of text. Plain SVG, no client code. */
export function Sparkline({ values, label, className }: SparklineProps) {
  if (values.length === 0) return null
  const points = sparklinePoints(values)
    .map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`)
    .join(' ')
  const a11y = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true as const }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden, or named by aria-label.
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={cn('block h-9 w-full text-chart-1', className)}
      {...a11y}
    >
      <polygon
        points={`0,${HEIGHT} ${points} ${WIDTH},${HEIGHT}`}
        fill="currentColor"
        opacity="0.1"
      />
      <polyline
        points={points}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
