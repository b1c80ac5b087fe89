/** Digits and letters that are not taken for one another when they are read aloud or typed (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The number printed on a credential: AW-2026-7K3M-9Q2X. Eight characters from random bytes, so that a number
 * cannot be guessed from another one; that it is free is for the database to say.
 */
export function licenseNumberOf(year: number, random: Uint8Array): string {
  const letters = [...random.subarray(0, 8)].map((byte) => alphabet[byte & 31]).join('')
  return `AW-${year}-${letters.slice(0, 4)}-${letters.slice(4)}`
}
