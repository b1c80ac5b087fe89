/**
 * Elementary symmetric functions of the values: entry r is the sum of all products of r of them. Only
 * sums of positive terms, so nothing cancels. Pure. Source: summation algorithm, Fischer 1974.
 */
export function symmetricFunctions(values: readonly number[]): Float64Array {
  const gamma = new Float64Array(values.length + 1)
  gamma[0] = 1
  values.forEach((value, done) => {
    for (let r = done + 1; r > 0; r -= 1) gamma[r] = (gamma[r] ?? 0) + value * (gamma[r - 1] ?? 0)
  })
  return gamma
}

/** Symmetric functions of two sets together, from those of each. Pure. */
export function joinedFunctions(one: Float64Array, other: Float64Array): Float64Array {
  const joined = new Float64Array(one.length + other.length - 1)
  one.forEach((a, i) => {
    other.forEach((b, j) => {
      joined[i + j] = (joined[i + j] ?? 0) + a * b
    })
  })
  return joined
}
