/** Check digits of tax numbers. Each takes the digits after the letters of the country. Pure. */

const digitsOf = (text: string): number[] => [...text].map(Number)

/** The digits times their weights, summed. */
export const weighted = (text: string, weights: readonly number[]): number =>
  digitsOf(text).reduce((sum, digit, index) => sum + digit * (weights[index] ?? 0), 0)

/** Luhn's formula (ISO/IEC 7812-1, annex B): every second digit from the right is doubled. */
export function isLuhn(text: string): boolean {
  const sum = digitsOf(text)
    .reverse()
    .reduce((total, digit, index) => {
      const value = index % 2 === 1 ? digit * 2 : digit
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}

/** The hybrid system MOD 11,10 of ISO/IEC 7064. */
export function isMod1110(text: string): boolean {
  let product = 10
  for (const digit of digitsOf(text.slice(0, -1))) {
    const sum = (digit + product) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10 === Number(text.at(-1))
}

/** MOD 97-10 of ISO/IEC 7064 over letters and digits, A as 10 to Z as 35. */
export function isMod97(text: string): boolean {
  const number = [...text].map((sign) => Number.parseInt(sign, 36)).join('')
  return [...number].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}
