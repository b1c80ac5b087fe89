/**
 * Divides a whole number in the shares of the weights by the largest remainder (Hamilton's method): the parts
 * sum up exactly, and each is its exact share rounded down or up. Of equal remainders the earlier one wins.
 * Weights need not sum up to 100; they must not all be 0. Pure.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (!(sum > 0)) throw new RangeError('the weights sum up to nothing')
  const parts = weights.map((weight) => Math.floor((total * weight) / sum))
  const left = total - parts.reduce((all, part) => all + part, 0)
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}
