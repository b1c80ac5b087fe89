/**
 * Upper tail of the standard normal distribution: P(Z ≥ z). About fourteen digits. Pure.
 * Series for small z, continued fraction (Lentz) for large: Abramowitz & Stegun 26.2.11 and 26.2.14.
 */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z)
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (z < 2.5) {
    let term = z
    let sum = z
    for (let k = 1; Math.abs(term) > 1e-17 * sum; k += 1) {
      term *= (z * z) / (2 * k + 1)
      sum += term
    }
    return 0.5 - density * sum
  }
  let fraction = 0
  for (let k = 120; k >= 1; k -= 1) fraction = k / (z + fraction)
  return density / (z + fraction)
}

/** Upper tail of χ² with one degree of freedom: P(X ≥ x). Pure. */
export const chiSquareUpperTail = (x: number): number =>
  x <= 0 ? 1 : 2 * normalUpperTail(Math.sqrt(x))

/**
 * How likely at least `count` successes are in independent trials, each with a chance of its own
 * (Poisson-binomial; with equal chances the binomial). Exact, by convolution. Pure.
 */
export function successesAtLeast(count: number, chances: readonly number[]): number {
  if (count <= 0) return 1
  if (count > chances.length) return 0
  // Only up to `count`, where everything beyond is gathered: the sum of small terms keeps its digits.
  const mass = new Float64Array(count + 1)
  mass[0] = 1
  for (const chance of chances) {
    mass[count] = at(mass, count) + at(mass, count - 1) * chance
    for (let k = count - 1; k > 0; k -= 1) {
      mass[k] = at(mass, k) * (1 - chance) + at(mass, k - 1) * chance
    }
    mass[0] = at(mass, 0) * (1 - chance)
  }
  return at(mass, count)
}

/**
 * The smallest number of successes that is as unlikely as `level`, or more so: `successesAtLeast` of it is
 * at most the level. One more than there are trials when no number is. Pure.
 */
export function fewestSuccesses(level: number, chances: readonly number[]): number {
  const mass = new Float64Array(chances.length + 1)
  mass[0] = 1
  chances.forEach((chance, done) => {
    for (let k = done + 1; k > 0; k -= 1) {
      mass[k] = at(mass, k) * (1 - chance) + at(mass, k - 1) * chance
    }
    mass[0] = at(mass, 0) * (1 - chance)
  })
  let tail = 0
  for (let count = chances.length; count >= 0; count -= 1) {
    tail += at(mass, count)
    if (tail > level) return count + 1
  }
  return 0
}

const at = (values: Float64Array, index: number) => values[index] ?? 0

/**
 * Fisher's combination of independent p-values: how likely their product is as small or smaller when
 * none of them means anything. Pure. Fisher, Statistical Methods for Research Workers, 1932, § 21.1.
 */
export function combinedChance(pValues: readonly number[]): number {
  const half = -pValues.reduce((sum, p) => sum + Math.log(p), 0)
  let term = 1
  let sum = 1
  for (let k = 1; k < pValues.length; k += 1) {
    term *= half / k
    sum += term
  }
  return Math.min(1, Math.exp(-half) * sum)
}
