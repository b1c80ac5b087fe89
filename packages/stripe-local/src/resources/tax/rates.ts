/** Where the account that uses this server is, and where it is registered: at these rates, in percent. */
export const HEAD_OFFICE = 'IE'

const RATES: Readonly<Record<string, string>> = {
  AT: '20.0',
  DE: '19.0',
  FI: '25.5',
  FR: '20.0',
  GB: '20.0',
  IE: '23.0',
}

/** The rate of a country in which the account is registered; undefined elsewhere. */
export const rateOf = (country: string): string | undefined => RATES[country]
