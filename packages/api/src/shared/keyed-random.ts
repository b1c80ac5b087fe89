import { createHmac } from 'node:crypto'

/** Chance from a seed: the same seed gives the same, and who sees the results cannot tell the seed. */
export type Random = {
  /** a whole number from 0 to below `limit`, each as likely as the others */
  below: (limit: number) => number
}

const WORD = 2 ** 32

/**
 * HMAC-SHA-256 in counter mode over the seed. Whole numbers are taken by rejection, so that none is
 * likelier than another. `limit` is from 1 to 2^32.
 */
export function createRandom(seed: string): Random {
  let words: number[] = []
  let counter = 0
  const nextWord = (): number => {
    const word = words.pop()
    if (word !== undefined) return word
    const block = createHmac('sha256', seed).update(String(counter)).digest()
    counter += 1
    words = Array.from({ length: 8 }, (_, index) => block.readUInt32BE(index * 4))
    return nextWord()
  }
  return {
    below: (limit) => {
      const fair = WORD - (WORD % limit)
      let word = nextWord()
      while (word >= fair) word = nextWord()
      return word % limit
    },
  }
}

/** The entries in an order of chance (Fisher and Yates), the given list left as it is. */
export function shuffled<T>(entries: readonly T[], random: Random): T[] {
  const result = [...entries]
  for (let last = result.length - 1; last > 0; last -= 1) {
    const pick = random.below(last + 1)
    const kept = result[last] as T
    result[last] = result[pick] as T
    result[pick] = kept
  }
  return result
}
