/** A translator of some part of the catalogue, wherever it came from. */
export type Words = { (key: never): string; has(key: never): boolean }

/**
 * The words that the catalogue has for a code from elsewhere (a job, an action, a state of Stripe's),
 * or the code itself: what nobody has put into words yet is still told.
 */
export const wordOr = (words: Words, key: string, code: string): string =>
  words.has(key as never) ? words(key as never) : code
