export type SeededRandom = {
  /** from 0 to below 1 */
  next: () => number
  /** of the standard normal distribution */
  normal: () => number
}

/**
 * Numbers that look random and are the same for the same seed, for simulations; never for secrets.
 * mulberry32 (public domain), normal by Box & Muller 1958.
 */
export function createRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
