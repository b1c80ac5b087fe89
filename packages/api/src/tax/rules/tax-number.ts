import { isLuhn, isMod97, isMod1110, weighted } from './check-digits'
import { isUnionCountry, taxPrefixOf } from './places'
import { isSpanishNumber } from './spanish-number'

/** How numbers of a country are written after its letters, and whether their check digits hold. */
type Form = { pattern: RegExp; holds: (number: string) => boolean }

const last = (number: string): number => Number(number.at(-1))

/** Whether the last digit is 11 less the weighted sum mod 11, with what 10 and 11 stand for. */
const mod11 =
  (weights: readonly number[], { ten }: { ten: number | null }) =>
  (number: string): boolean => {
    const digit = 11 - (weighted(number.slice(0, -1), weights) % 11)
    return last(number) === (digit === 11 ? 0 : digit === 10 ? ten : digit)
  }

const mod10 =
  (weights: readonly number[]) =>
  (number: string): boolean =>
    (10 - (weighted(number, weights) % 10)) % 10 === last(number)

const anyDigits = () => true

function isAustrian(number: string): boolean {
  const sum = [...number.slice(1, 8)].reduce((total, sign, index) => {
    const value = Number(sign) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - ((sum + 4) % 10)) % 10 === last(number)
}

/** Two key digits over a SIREN; keys with letters are given by the state and have no public formula. */
function isFrench(number: string): boolean {
  const siren = number.slice(2)
  const hasKey = /^\d{2}/.test(number)
  const key = (12 + 3 * (Number(siren) % 97)) % 97
  return isLuhn(siren) && (!hasKey || Number(number.slice(0, 2)) === key)
}

function isBritish(number: string): boolean {
  const sum = weighted(number.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) + Number(number.slice(7, 9))
  return sum % 97 === 0 || (sum + 55) % 97 === 0
}

/** Of a company by its eleven-test; of a sole trader, since 2020, by MOD 97-10 with the letters NL. */
const isDutch = (number: string): boolean =>
  weighted(number.slice(0, 8), [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === Number(number[8]) ||
  isMod97(`NL${number}`)

function isIrish(number: string): boolean {
  const letters = 'WABCDEFGHIJKLMNOPQRSTUV'
  const second = number[8]
  const extra = second === undefined || second === 'W' ? 0 : letters.indexOf(second) * 9
  const sum = weighted(number.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) + extra
  return letters[sum % 23] === number[7]
}

function isRomanian(number: string): boolean {
  const padded = number.padStart(10, '0')
  return (
    ((weighted(padded.slice(0, 9), [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === last(padded)
  )
}

const isGreek = (number: string): boolean =>
  (weighted(number.slice(0, 8), [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === last(number)

/**
 * By the letters that the numbers of a country begin with. Lengths as the Commission states them (VIES,
 * frequently asked questions, "What is the format of a VAT number?"); check digits as the states publish
 * them. A country whose formula is not public, or has too many exceptions, is checked for its form alone.
 */
const forms: Readonly<Record<string, Form>> = {
  AT: { pattern: /^U\d{8}$/, holds: isAustrian },
  BE: {
    pattern: /^[01]\d{9}$/,
    holds: (number) => 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8)),
  },
  BG: { pattern: /^\d{9,10}$/, holds: anyDigits },
  CHE: {
    pattern: /^\d{9}$/,
    holds: mod11([5, 4, 3, 2, 7, 6, 5, 4], { ten: null }),
  },
  CY: { pattern: /^\d{8}[A-Z]$/, holds: anyDigits },
  CZ: { pattern: /^\d{8,10}$/, holds: anyDigits },
  DE: { pattern: /^[1-9]\d{8}$/, holds: isMod1110 },
  DK: {
    pattern: /^[1-9]\d{7}$/,
    holds: (number) => weighted(number, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  EE: { pattern: /^\d{9}$/, holds: mod10([3, 7, 1, 3, 7, 1, 3, 7]) },
  EL: { pattern: /^\d{9}$/, holds: isGreek },
  ES: { pattern: /^[A-Z0-9]\d{7}[A-Z0-9]$/, holds: isSpanishNumber },
  FI: { pattern: /^\d{8}$/, holds: mod11([7, 9, 10, 5, 8, 4, 2], { ten: null }) },
  FR: { pattern: /^[A-HJ-NP-Z0-9]{2}\d{9}$/, holds: isFrench },
  GB: { pattern: /^\d{9}(\d{3})?$/, holds: isBritish },
  HR: { pattern: /^\d{11}$/, holds: isMod1110 },
  HU: { pattern: /^\d{8}$/, holds: mod10([9, 7, 3, 1, 9, 7, 3]) },
  IE: { pattern: /^\d{7}[A-W][A-IW]?$/, holds: isIrish },
  IT: { pattern: /^\d{11}$/, holds: isLuhn },
  LT: { pattern: /^(\d{9}|\d{12})$/, holds: anyDigits },
  LU: {
    pattern: /^\d{8}$/,
    holds: (number) => Number(number.slice(0, 6)) % 89 === Number(number.slice(6)),
  },
  LV: { pattern: /^\d{11}$/, holds: anyDigits },
  MT: {
    pattern: /^\d{8}$/,
    holds: (number) => 37 - (weighted(number, [3, 4, 6, 7, 8, 9]) % 37) === Number(number.slice(6)),
  },
  NL: { pattern: /^\d{9}B\d{2}$/, holds: isDutch },
  NO: { pattern: /^\d{9}$/, holds: mod11([3, 2, 7, 6, 5, 4, 3, 2], { ten: null }) },
  PL: {
    pattern: /^\d{10}$/,
    holds: (number) => weighted(number, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === last(number),
  },
  PT: { pattern: /^\d{9}$/, holds: mod11([9, 8, 7, 6, 5, 4, 3, 2], { ten: 0 }) },
  RO: { pattern: /^[1-9]\d{1,9}$/, holds: isRomanian },
  SE: { pattern: /^\d{10}01$/, holds: (number) => isLuhn(number.slice(0, 10)) },
  SI: { pattern: /^[1-9]\d{7}$/, holds: mod11([8, 7, 6, 5, 4, 3, 2], { ten: 0 }) },
  SK: { pattern: /^\d{10}$/, holds: (number) => BigInt(number) % 11n === 0n },
}

/** The letters of a country's numbers here: those of its business register in Switzerland. */
const lettersOf = (country: string): string => (country === 'CH' ? 'CHE' : taxPrefixOf(country))

/** What is written after the number in its country, in the languages of that country. */
const endings: Readonly<Record<string, RegExp>> = { CHE: /(MWST|TVA|IVA|VAT)$/, NO: /MVA$/ }

/** Whether a number that was read is one of the Union, which its register knows. */
export const isUnionNumber = (number: string): boolean => {
  const letters = number.slice(0, 2)
  return letters === 'EL' || isUnionCountry(letters)
}

export type TaxNumber =
  /** `number` with the letters of its country, nothing between its signs */
  | { kind: 'number'; number: string }
  /** a country whose numbers are not checked here: kept as it was typed, and it proves nothing */
  | { kind: 'unchecked'; number: string }
  | { kind: 'malformed' }

/**
 * Reads a business's tax number as typed (any spaces, points and hyphens; with or without the letters
 * of its country) for a country, ISO 3166-1. A number of another country is malformed. Pure.
 */
export function readTaxNumber(typed: string, country: string): TaxNumber {
  const letters = lettersOf(country)
  const form = forms[letters]
  if (!form) return { kind: 'unchecked', number: typed.trim() }
  const plain = typed.toUpperCase().replace(/[\s.\-/]/g, '')
  const body = plain
    .replace(new RegExp(`^(${letters}|${country})`), '')
    .replace(endings[letters] ?? /$^/, '')
  // Belgium wrote nine digits until 2005.
  const number = letters === 'BE' && body.length === 9 ? `0${body}` : body
  if (!form.pattern.test(number) || !form.holds(number)) return { kind: 'malformed' }
  return { kind: 'number', number: `${letters}${number}` }
}
