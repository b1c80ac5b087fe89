/**
 * Currency facts after docs.stripe.com/currencies. Amounts are integers in the smallest unit
 * that Stripe's API uses, which is not always the smallest coin (see `special`).
 */
const ZERO_DECIMAL = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ')
const THREE_DECIMAL = 'bhd jod kwd omr tnd'.split(' ')
const TWO_DECIMAL =
  'usd aed ars aud bdt brl cad chf cop czk dkk egp eur gbp gel ghs hkd hnl huf idr ils inr isk kes kzt lkr mad mxn myr ngn nok nzd pen php pkr pln qar ron rsd sar sek sgd thb try twd uah ugx uyu uzs vnd xcd zar'.split(
    ' ',
  )

/**
 * ISK and UGX have no cents, yet travel with two decimals that must be 00, both for charges and
 * refunds. HUF and TWD charges may carry decimals; only payouts must be whole.
 */
const WHOLE_ONLY = new Set(['isk', 'ugx'])

/** Smallest charge, in minor units, where Stripe publishes one. */
const MINIMUM: Record<string, number> = {
  usd: 50,
  aed: 200,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
}

/** Largest amount: eight digits. */
export const MAXIMUM_AMOUNT = 99_999_999

/** Digits after the point in Stripe's amounts; undefined for a currency that is not supported. */
export function exponentOf(currency: string): 0 | 2 | 3 | undefined {
  if (ZERO_DECIMAL.includes(currency)) return 0
  if (THREE_DECIMAL.includes(currency)) return 3
  if (TWO_DECIMAL.includes(currency)) return 2
  return undefined
}

/** Smallest amount that may be charged. Where no figure is published, one minor unit. */
export function minimumOf(currency: string): number {
  return MINIMUM[currency] ?? 1
}

/** The nearest amount that can exist in the currency; prorations are rounded to it. */
export function roundToCurrency(amount: number, currency: string): number {
  const step = WHOLE_ONLY.has(currency) ? 100 : exponentOf(currency) === 3 ? 10 : 1
  return Math.round(amount / step) * step
}

/** Why an amount cannot exist in its currency, or null when it can. */
export function amountProblem(amount: number, currency: string): string | null {
  if (exponentOf(currency) === 3 && amount % 10 !== 0) {
    return `Amounts in ${currency.toUpperCase()} must be a multiple of 10: the last digit is 0.`
  }
  if (WHOLE_ONLY.has(currency) && amount % 100 !== 0) {
    return `Amounts in ${currency.toUpperCase()} have two decimals that must be 00.`
  }
  return null
}

/** The amount for people, e.g. `$12.50`. Built from integers; no floating point on the way. */
export function formatAmount(amount: number, currency: string, locale = 'en'): string {
  const exponent = exponentOf(currency) ?? 2
  const sign = amount < 0 ? '-' : ''
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.toUpperCase(),
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  })
  return format.format(`${sign}${whole}${fraction}` as Intl.StringNumericLiteral)
}
