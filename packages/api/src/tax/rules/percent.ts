/** A percentage as typed, with at most two decimals, in basis points: "25.5" is 2550. Exact. */
export function basisPointsOf(percent: string): number {
  const [whole = '0', decimals = ''] = percent.split('.')
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}

/** Basis points as a percentage to type: 2550 is "25.5". */
export const percentText = (basisPoints: number): string => String(basisPoints / 100)
