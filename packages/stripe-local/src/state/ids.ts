import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Random letters and digits, evenly distributed (bytes past the last full alphabet are skipped). */
export function randomText(length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && text.length < length) text += ALPHABET[byte % ALPHABET.length]
    }
  }
  return text
}

const LENGTHS = {
  cus: 14,
  prod: 14,
  price: 24,
  cs_test: 58,
  li: 24,
  sub: 24,
  si: 14,
  in: 24,
  il: 24,
  ii: 24,
  inpay: 24,
  seti: 24,
  clock: 24,
  tax: 24,
  tax_li: 24,
  taxcalc: 24,
  bpc: 24,
  bps: 24,
  pi: 24,
  pm: 24,
  ch: 24,
  py: 24,
  re: 24,
  pyr: 24,
  dp: 24,
  txn: 24,
  acct: 16,
  alink: 40,
  tr: 24,
  trr: 24,
  po: 24,
  tu: 24,
  evt: 24,
  we: 24,
  req: 14,
  whd: 24,
  job: 24,
  fault: 12,
} as const

/** A new id in the shape that Stripe gives the kind of object, e.g. `cs_test_…`. */
export function newId(prefix: keyof typeof LENGTHS): string {
  return `${prefix}_${randomText(LENGTHS[prefix])}`
}
