/**
 * P-values after Holm's step-down correction, in the order given: among all that stay under a level, the
 * chance of even one false one is under that level, whatever depends on whatever. Pure.
 * Source: Holm 1979, Scandinavian Journal of Statistics 6(2), 65–70.
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const order = pValues.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p)
  const adjusted = new Array<number>(pValues.length)
  let running = 0
  order.forEach(({ p, at }, rank) => {
    running = Math.max(running, Math.min(1, p * (pValues.length - rank)))
    adjusted[at] = running
  })
  return adjusted
}
