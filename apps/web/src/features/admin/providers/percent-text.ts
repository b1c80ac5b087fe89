/** Basis points as the percentage that people write: 7250 is "72.5". Pure. */
export function percentText(basisPoints: number): string {
  const rest = basisPoints % 100
  const whole = (basisPoints - rest) / 100
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`
}

/** What somebody typed as a percentage, in basis points; NaN when it is none. No float is involved. */
export function basisPointsOf(text: string): number {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.trim())
  return match ? Number(match[1] + (match[2] ?? '').padEnd(2, '0')) : Number.NaN
}
