/** An amount in the smallest unit of its currency (ISO 4217): 4900 USD is 49 dollars, 7500 JPY is 7500 yen. */
export type Money = { amountMinor: bigint; currency: string }

/**
 * Digits after the decimal point of each currency that is not written with two. Zero-decimal and
 * three-decimal lists as Stripe charges them (docs.stripe.com/currencies); UGX and ISK are
 * zero-decimal currencies that Stripe still charges in two-decimal form, and that is the form kept here.
 */
const exponents: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  MGA: 0,
  PYG: 0,
  RWF: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  JOD: 3,
  KWD: 3,
  OMR: 3,
  TND: 3,
}

/** Digits after the decimal point of the currency's amounts in minor units. */
export function currencyExponent(currency: string): number {
  return exponents[currency] ?? 2
}

/** Exact decimal text of an amount, for example "49.00", "7500" or "1.234". */
export function toDecimalString({ amountMinor, currency }: Money): string {
  const exponent = currencyExponent(currency)
  const sign = amountMinor < 0n ? '-' : ''
  const digits = (amountMinor < 0n ? -amountMinor : amountMinor)
    .toString()
    .padStart(exponent + 1, '0')
  if (exponent === 0) return sign + digits
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

/** Making a formatter costs more than a hundred uses of it; there are as many as currencies in use. */
const formatters = new Map<string, Intl.NumberFormat>()

function formatterOf(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${digits}`
  const known = formatters.get(key)
  if (known) return known
  const formatter = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formatters.set(key, formatter)
  return formatter
}

/** The amount as people of the locale write it. Exact at any size: no float is involved. */
export function formatMoney(money: Money, locale = 'en'): string {
  const decimal = toDecimalString(money)
  const isWhole = /^-?\d+(\.0+)?$/.test(decimal)
  const digits = isWhole ? 0 : currencyExponent(money.currency)
  return formatterOf(locale, money.currency, digits).format(decimal as `${number}`)
}

/**
 * Reads an amount that a person typed ("49", "49.00", "7,500") into minor units, or null when it is
 * not an amount of that currency. Refuses more decimals than the currency has.
 */
export function parseMoney(text: string, currency: string): bigint | null {
  const exponent = currencyExponent(currency)
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text.trim())
  if (!match?.[1]) return null
  const fraction = match[2] ?? ''
  if (fraction.length > exponent) return null
  return BigInt(match[1].replaceAll(',', '') + fraction.padEnd(exponent, '0'))
}

/**
 * Splits an amount by weights so that the parts sum to it exactly (largest remainder; ties go to the
 * earlier part). Weights are non-negative integers with a positive sum.
 */
export function allocate(amountMinor: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  if (total <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('weights must be non-negative with a positive sum')
  }
  const sign = amountMinor < 0n ? -1n : 1n
  const size = amountMinor * sign
  const parts = weights.map((weight, index) => ({
    index,
    share: (size * weight) / total,
    remainder: (size * weight) % total,
  }))
  let left = size - parts.reduce((sum, part) => sum + part.share, 0n)
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
  )
  for (const part of byRemainder) {
    if (left === 0n) break
    part.share += 1n
    left -= 1n
  }
  return parts.map((part) => part.share * sign)
}

/** The part of an amount given in basis points, rounded down: what is left stays with the other side. */
export function shareOf(amountMinor: bigint, basisPoints: number): bigint {
  return (amountMinor * BigInt(basisPoints)) / 10_000n
}
