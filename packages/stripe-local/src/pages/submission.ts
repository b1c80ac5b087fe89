import { z } from 'zod'
import { type BankAccount, findBankAccount } from '../payments/bank-accounts'
import { findCard, passesLuhn, type TestCard } from '../payments/cards'
import { email } from '../resources/schema'

/** The fields of the payment form as they arrive. */
export const submissionSchema = z.strictObject({
  attempt: z.string().regex(/^\d{1,9}$/),
  method: z.enum(['card', 'us_bank_account', 'none']),
  email: z.string().trim().max(800).default(''),
  card_number: z.string().trim().max(40).default(''),
  expiry: z.string().trim().max(20).default(''),
  cvc: z.string().trim().max(10).default(''),
  name: z.string().trim().max(200).default(''),
  bank_account: z.string().trim().max(40).default(''),
})

export type Submission = z.output<typeof submissionSchema>

export type Reading =
  | { kind: 'card'; card: TestCard }
  | { kind: 'bank'; account: BankAccount }
  | { kind: 'free' }
  | { kind: 'wrong'; errors: Record<string, string> }

/** Checks what was typed against the rules of cards; every problem is named by its field. */
export function readSubmission(given: Submission, nowMs: number): Reading {
  const errors: Record<string, string> = {}
  if (!email.safeParse(given.email).success) {
    errors.email = 'Enter an e-mail address such as name@example.com.'
  }
  if (given.method === 'none') {
    return Object.keys(errors).length === 0 ? { kind: 'free' } : { kind: 'wrong', errors }
  }
  if (given.method === 'us_bank_account') {
    const account = findBankAccount(given.bank_account)
    if (!account) errors.bank_account = 'Choose one of the test accounts.'
    return account && Object.keys(errors).length === 0
      ? { kind: 'bank', account }
      : { kind: 'wrong', errors }
  }
  const reading = readCard(given, nowMs)
  Object.assign(errors, reading.errors)
  return reading.card && Object.keys(errors).length === 0
    ? { kind: 'card', card: reading.card }
    : { kind: 'wrong', errors }
}

/** The fields of a card as they arrive, on every page that takes one. */
export const cardSchema = submissionSchema.pick({
  card_number: true,
  expiry: true,
  cvc: true,
  name: true,
})

/** The test card that was typed, and what is wrong with the fields. */
export function readCard(
  given: Pick<Submission, 'card_number' | 'expiry' | 'cvc'>,
  nowMs: number,
): { card: TestCard | undefined; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const card = findCard(given.card_number)
  if (!card) errors.card_number = numberProblem(given.card_number)
  const expiry = expiryProblem(given.expiry, nowMs)
  if (expiry) errors.expiry = expiry
  const length = card?.brand === 'amex' ? '4' : '3'
  if (!new RegExp(card?.brand === 'amex' ? '^\\d{3,4}$' : '^\\d{3}$').test(given.cvc)) {
    errors.cvc = `Enter the ${length} digits of the security code.`
  }
  return { card, errors }
}

function numberProblem(number: string): string {
  if (number === '') return 'Enter a card number.'
  return passesLuhn(number.replace(/[\s-]/g, ''))
    ? 'This is not one of the test cards. Only those work here.'
    : 'This is not a card number: a digit is missing or wrong.'
}

function expiryProblem(text: string, nowMs: number): string | null {
  const match = /^(\d{1,2})\s*\/?\s*(\d{2}|\d{4})$/.exec(text)
  const month = Number(match?.[1])
  const year = Number(match?.[2]) % 100
  if (!match || month < 1 || month > 12)
    return 'Enter the expiry as month and year, such as 12 / 34.'
  const now = new Date(nowMs)
  const isPast = year * 12 + month < (now.getUTCFullYear() % 100) * 12 + now.getUTCMonth() + 1
  return isPast ? 'The card has expired.' : null
}
