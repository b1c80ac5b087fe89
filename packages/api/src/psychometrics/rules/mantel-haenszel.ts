import { chiSquareUpperTail, normalUpperTail } from '../../shared/distributions'

/** One level of ability: how many of each group were right and wrong on the item. */
export type Stratum = {
  referenceRight: number
  referenceWrong: number
  focalRight: number
  focalWrong: number
}

export type MantelHaenszel = {
  /** common odds ratio, reference over focal: above 1 the item favours the reference group */
  oddsRatio: number
  /** −2.35 ln α, on the ETS delta scale: negative when it is harder for the focal group */
  delta: number
  /** standard error of `delta` (Robins, Breslow & Greenland 1986) */
  deltaError: number
  /** with continuity correction, one degree of freedom */
  chiSquare: number
  p: number
}

/**
 * Whether people of the same ability but of two groups do differently on an item. Strata of fewer than
 * two people, or where nothing can differ, are left out. Null when nothing is left, or the odds ratio
 * is 0 or infinite. Pure. Source: Mantel & Haenszel 1959; Holland & Thayer 1988.
 */
export function mantelHaenszel(strata: readonly Stratum[]): MantelHaenszel | null {
  let [difference, spread] = [0, 0]
  let [numerator, denominator, pr, psQr, qs] = [0, 0, 0, 0, 0]
  for (const { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d } of strata) {
    const n = a + b + c + d
    if (n < 2) continue
    difference += a - ((a + b) * (a + c)) / n
    spread += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1))
    const [p, q, r, s] = [(a + d) / n, (b + c) / n, (a * d) / n, (b * c) / n]
    numerator += r
    denominator += s
    pr += p * r
    psQr += p * s + q * r
    qs += q * s
  }
  if (spread === 0 || numerator === 0 || denominator === 0) return null
  const oddsRatio = numerator / denominator
  const chiSquare = Math.max(0, Math.abs(difference) - 0.5) ** 2 / spread
  const logVariance =
    pr / (2 * numerator ** 2) + psQr / (2 * numerator * denominator) + qs / (2 * denominator ** 2)
  return {
    oddsRatio,
    delta: -2.35 * Math.log(oddsRatio),
    deltaError: 2.35 * Math.sqrt(logVariance),
    chiSquare,
    p: chiSquareUpperTail(chiSquare),
  }
}

/** ETS classes: A negligible, B to be looked at, C to be taken out unless it can be justified. */
export type DifClass = 'A' | 'B' | 'C'

/**
 * The class of an item by size first: C from 1.5 delta when it is surely beyond 1, B from 1 delta, both
 * only when the difference survives the correction for testing many items. A small p alone makes
 * nothing of a small difference. Pure. Source: Zwick & Ercikan 1989; Dorans & Holland 1993.
 * @param adjustedP p after `holmAdjusted` over all items tested together
 */
export function difClass(result: MantelHaenszel, adjustedP: number): DifClass {
  const size = Math.abs(result.delta)
  if (size < 1 || adjustedP >= 0.05) return 'A'
  const beyondOne = normalUpperTail((size - 1) / result.deltaError)
  return size >= 1.5 && beyondOne < 0.05 ? 'C' : 'B'
}
