/** No I, O, 0, 1 or U: nothing that is misread, and few words. */
const letters = 'ABCDEFGHJKLMNPQRSTVWXYZ23456789'

/** Letters and digits of a generated code after its prefix: 31¹² ≈ 8 × 10¹⁷ of them. */
const length = 12

/** How many random bytes a code takes. */
export const codeBytes = length * 2

/**
 * A code out of random bytes, in groups of four. Two bytes for each letter: of 65,536 values the first
 * letters get one more than the others, which is too little to help anybody guess. Pure.
 */
export function makeCode(prefix: string, random: Uint8Array): string {
  const body = Array.from({ length }, (_, index) => {
    const value = (random[2 * index] ?? 0) * 256 + (random[2 * index + 1] ?? 0)
    return letters[value % letters.length] ?? ''
  }).join('')
  const start = prefix.replace(/^-+|-+$/g, '')
  return [...(start === '' ? [] : [start]), ...(body.match(/.{4}/g) ?? [])].join('-')
}
