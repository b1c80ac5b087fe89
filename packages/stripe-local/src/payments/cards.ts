import type { Failure } from './failure'

/** What happens by itself after a card payment succeeded. */
export type Aftermath =
  | { kind: 'dispute'; status: 'needs_response' | 'warning_needs_response'; reason: string }
  | { kind: 'refund_pending' }
  | { kind: 'refund_fails' }

export interface TestCard {
  number: string
  brand: 'visa' | 'mastercard' | 'amex' | 'discover'
  /** Said on the checkout page; null keeps the card off the page. */
  title: string | null
  /** Where the bank that issued it is. */
  country: string
  /** Asks for 3-D Secure when the customer is there. */
  authentication: boolean
  /** Asks for it at every payment, also when a saved card is charged without the customer. */
  alwaysAuthentication: boolean
  /** Can be saved although its payments are declined. */
  canBeSaved: boolean
  result: { kind: 'approved' } | ({ kind: 'declined' } & Failure)
  aftermath: Aftermath | null
}

const approved = { kind: 'approved' } as const
const declined = (code: string, declineCode: string | null, message: string) =>
  ({ kind: 'declined', code, declineCode, message }) as const

function visa(
  number: string,
  title: string | null,
  result: TestCard['result'],
  rest: Partial<TestCard> = {},
): TestCard {
  return {
    number,
    brand: 'visa',
    title,
    country: 'US',
    authentication: false,
    alwaysAuthentication: false,
    canBeSaved: result.kind === 'approved',
    result,
    aftermath: null,
    ...rest,
  }
}

const GENERIC = declined('card_declined', 'generic_decline', 'Your card was declined.')

/** The test cards of docs.stripe.com/testing that this server knows. */
export const TEST_CARDS: TestCard[] = [
  visa('4242424242424242', 'Payment succeeds', approved),
  visa('4000002500003155', 'Asks for 3-D Secure, then succeeds', approved, {
    authentication: true,
  }),
  visa('4000002760003184', 'Asks for 3-D Secure every time', approved, {
    authentication: true,
    alwaysAuthentication: true,
  }),
  visa('4000008400001629', 'Asks for 3-D Secure, then is declined', GENERIC, {
    authentication: true,
  }),
  visa('4000000000000002', 'Declined', GENERIC),
  visa('4000000000000341', 'Can be saved, but its payments are declined', GENERIC, {
    canBeSaved: true,
  }),
  visa(
    '4000000000009995',
    'Declined: insufficient funds',
    declined('card_declined', 'insufficient_funds', 'Your card has insufficient funds.'),
  ),
  visa('4000000000000259', 'Succeeds, then disputed as fraudulent', approved, {
    aftermath: { kind: 'dispute', status: 'needs_response', reason: 'fraudulent' },
  }),
  visa('4000000000002685', null, approved, {
    aftermath: { kind: 'dispute', status: 'needs_response', reason: 'product_not_received' },
  }),
  visa('4000000000001976', 'Succeeds, then an inquiry is opened', approved, {
    aftermath: { kind: 'dispute', status: 'warning_needs_response', reason: 'fraudulent' },
  }),
  visa('4000000000007726', 'Succeeds; a refund stays pending for a while', approved, {
    aftermath: { kind: 'refund_pending' },
  }),
  visa('4000000000005126', 'Succeeds; a refund fails afterwards', approved, {
    aftermath: { kind: 'refund_fails' },
  }),
  visa('4000000000009987', null, declined('card_declined', 'lost_card', 'Your card was declined.')),
  visa(
    '4000000000009979',
    null,
    declined('card_declined', 'stolen_card', 'Your card was declined.'),
  ),
  visa('4000000000000069', null, declined('expired_card', null, 'Your card has expired.')),
  visa(
    '4000000000000127',
    null,
    declined('incorrect_cvc', null, 'The security code of your card is incorrect.'),
  ),
  visa(
    '4000000000000119',
    null,
    declined(
      'processing_error',
      null,
      'Something went wrong while your card was processed. Try again.',
    ),
  ),
  visa('4000002760000016', null, approved, { country: 'DE' }),
  visa('4000003720000005', null, approved, { country: 'IE' }),
  visa('4000008260000000', null, approved, { country: 'GB' }),
  visa('4000056655665556', null, approved),
  visa('5555555555554444', null, approved, { brand: 'mastercard' }),
  visa('378282246310005', null, approved, { brand: 'amex' }),
  visa('6011111111111117', null, approved, { brand: 'discover' }),
]

/** The card with this number; spaces and dashes do not matter. */
export function findCard(number: string): TestCard | undefined {
  const digits = number.replace(/[\s-]/g, '')
  return TEST_CARDS.find((card) => card.number === digits)
}

/** The check digit rule of card numbers (ISO/IEC 7812-1, Luhn). */
export function passesLuhn(digits: string): boolean {
  if (!/^\d{12,19}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
