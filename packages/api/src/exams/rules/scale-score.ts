/** Points are kept to three decimals; reckoning in thousandths keeps them exact. */
const thousandths = (points: number): number => Math.round(points * 1000)

export type ScoredPoints = { raw: number; maxRaw: number; cutRaw: number }
export type Scale = { min: number; max: number; cut: number }

/** Whether the points reach the cut score. Pure. */
export const isPass = ({ raw, cutRaw }: Pick<ScoredPoints, 'raw' | 'cutRaw'>): boolean =>
  thousandths(raw) >= thousandths(cutRaw)

/**
 * Points on the published scale: the cut score of each form is `cut`, no points are `min`, all are `max`, and
 * between them it is linear. Rounded down everywhere, so that nobody is lifted over the cut, and below it
 * always less than `cut`. Pure.
 */
export function scaleScore(points: ScoredPoints, { min, max, cut }: Scale): number {
  const [raw, top, cutRaw] = [points.raw, points.maxRaw, points.cutRaw].map(thousandths) as [
    number,
    number,
    number,
  ]
  if (raw < cutRaw) return min + Math.floor(((cut - min) * raw) / cutRaw)
  if (top === cutRaw) return max
  return cut + Math.floor(((max - cut) * (raw - cutRaw)) / (top - cutRaw))
}
