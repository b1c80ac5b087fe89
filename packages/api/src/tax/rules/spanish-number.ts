import { weighted } from './check-digits'

const personLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'
const companyLetters = 'JABCDEFGHI'

/** Of a person: the letter that the digits leave mod 23 (Real Decreto 338/1990); X, Y and Z stand for 0, 1 and 2. */
function isPerson(number: string): boolean {
  const digits = number
    .slice(0, 8)
    .replace(/^[KLM]/, '')
    .replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))
  return /^\d+$/.test(digits) && personLetters[Number(digits) % 23] === number[8]
}

/** Of a company (Orden EHA/451/2008): a digit or, for some kinds of companies, the letter that stands for it. */
function isCompany(number: string): boolean {
  const digits = number.slice(1, 8)
  const doubled = [0, 2, 4, 6].reduce((sum, at) => {
    const value = Number(digits[at]) * 2
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
  const digit = (10 - ((doubled + weighted(digits, [0, 1, 0, 1, 0, 1, 0])) % 10)) % 10
  const [kind] = number
  const takesDigit = !'NPQRSW'.includes(kind ?? '')
  const takesLetter = !'ABEH'.includes(kind ?? '')
  return (
    (takesDigit && number[8] === String(digit)) ||
    (takesLetter && number[8] === companyLetters[digit])
  )
}

/** Whether a Spanish NIF or NIE of nine signs has the control sign that its others ask for. Pure. */
export const isSpanishNumber = (number: string): boolean =>
  /^[A-HJNP-SUVW]/.test(number) ? isCompany(number) : isPerson(number)
