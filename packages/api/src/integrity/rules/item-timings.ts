/** How long an item takes, in logarithms of seconds, with everybody's own pace taken out. */
export type ItemTiming = { logMean: number; logVariance: number }

const ROUNDS = 10

/**
 * The lognormal model of response times: the logarithm of a time is what the item takes less how fast
 * the candidate is, and chance. Fitted by alternating means; an item that nobody was timed on has
 * mean and variance of all. Pure. Source: van der Linden 2006, JEBS 31(2), 181–204.
 * @param seconds a row for each candidate, a column for each item; null where nothing was measured
 */
export function itemTimings(seconds: readonly (readonly (number | null)[])[]): ItemTiming[] {
  const logs = seconds.map((row) =>
    row.map((one) => (one !== null && one > 0 ? Math.log(one) : null)),
  )
  const items = logs[0]?.length ?? 0
  const means = new Array<number>(items).fill(0)
  const paces = new Array<number>(logs.length).fill(0)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let item = 0; item < items; item += 1) {
      means[item] = meanOf(logs.map((row, person) => less(row[item], -(paces[person] ?? 0))))
    }
    logs.forEach((row, person) => {
      paces[person] = -meanOf(row.map((log, item) => less(log, means[item] ?? 0)))
    })
    const drift = meanOf(paces)
    paces.forEach((pace, person) => {
      paces[person] = pace - drift
    })
  }
  return means.map((logMean, item) => {
    const squares = logs.map((row, person) => {
      const rest = less(row[item], logMean - (paces[person] ?? 0))
      return rest === null ? null : rest ** 2
    })
    // A candidate's pace is estimated from the same times, which takes one in so many of the spread.
    return { logMean, logVariance: (meanOf(squares) * items) / Math.max(1, items - 1) }
  })
}

const less = (log: number | null | undefined, other: number) =>
  log === null || log === undefined ? null : log - other

function meanOf(values: readonly (number | null)[]): number {
  let [sum, n] = [0, 0]
  for (const value of values) {
    if (value === null) continue
    sum += value
    n += 1
  }
  return n > 0 ? sum / n : 0
}
