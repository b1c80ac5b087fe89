/** Smallest value that at least `percent` of all values do not exceed (nearest rank). NaN without values. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length))
  return sorted[rank - 1] ?? Number.NaN
}

/** Middle value; the mean of the two middle ones when there is an even number. NaN without values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}

/** A median with the smallest and the largest value that it stands for. */
export type Spread = { median: number; min: number; max: number }

/** Median and extent of the rounds of one figure. */
export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
})

/** What one round of load gave: finished requests per second, and each one's time in milliseconds. */
export type Round = { perSecond: number; latenciesMs: readonly number[] }

/**
 * The rounds of one side. Percentiles are taken within a round, and then the median of the rounds; NaN
 * when a round has so few requests that the percentile would just be its slowest one.
 */
export type SideSummary = {
  requests: number
  perSecond: Spread
  p50Ms: Spread
  p95Ms: Spread
  p99Ms: Spread
}

/** Sums up one side. */
export function summariseRounds(rounds: readonly Round[]): SideSummary {
  const fewest = Math.min(...rounds.map(({ latenciesMs }) => latenciesMs.length))
  const at = (percent: number) =>
    spreadOf(
      rounds.map(({ latenciesMs }) =>
        fewest * (100 - percent) < 100 ? Number.NaN : percentile(latenciesMs, percent),
      ),
    )
  return {
    requests: rounds.reduce((sum, { latenciesMs }) => sum + latenciesMs.length, 0),
    perSecond: spreadOf(rounds.map(({ perSecond }) => perSecond)),
    p50Ms: at(50),
    p95Ms: at(95),
    p99Ms: at(99),
  }
}

/**
 * How the throughput of `subject` compares with that of `limit`, round by round: the two of a pair
 * ran one after the other, so what else the machine did weighs on both. Throws when they are not pairs.
 */
export function ratioOf(subject: readonly Round[], limit: readonly Round[]): Spread {
  if (subject.length !== limit.length) throw new Error('Rounds must come in pairs.')
  return spreadOf(
    subject.map(({ perSecond }, index) => perSecond / (limit[index]?.perSecond ?? Number.NaN)),
  )
}
