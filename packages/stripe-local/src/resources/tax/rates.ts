/** Where the account that uses this server is. */
export const HEAD_OFFICE = 'IE'

/** What one authority takes; `percent` as Stripe writes it. */
export type Rate = { type: 'vat' | 'sales_tax' | 'gst' | 'qst' | 'hst'; percent: string }

/** Where the account is registered, and what is charged there. */
const RATES: Readonly<Record<string, readonly Rate[]>> = {
  AT: [{ type: 'vat', percent: '20.0' }],
  DE: [{ type: 'vat', percent: '19.0' }],
  FI: [{ type: 'vat', percent: '25.5' }],
  FR: [{ type: 'vat', percent: '20.0' }],
  GB: [{ type: 'vat', percent: '20.0' }],
  IE: [{ type: 'vat', percent: '23.0' }],
  'US-NY': [
    { type: 'sales_tax', percent: '4.0' },
    { type: 'sales_tax', percent: '4.5' },
    { type: 'sales_tax', percent: '0.375' },
  ],
  'CA-ON': [{ type: 'hst', percent: '13.0' }],
  'CA-QC': [
    { type: 'gst', percent: '5.0' },
    { type: 'qst', percent: '9.975' },
  ],
}

/** The rates of a place in which the account is registered; none elsewhere. */
export const ratesOf = (country: string, state: string | null): readonly Rate[] =>
  RATES[country] ?? RATES[`${country}-${state}`] ?? []

/** Rates in thousandths of a percent, together: exact for up to three decimals. */
export const thousandthsOf = (rates: readonly Rate[]): bigint =>
  rates.reduce((sum, { percent }) => {
    const [whole = '0', decimals = ''] = percent.split('.')
    return sum + BigInt(whole + decimals.padEnd(3, '0'))
  }, 0n)
