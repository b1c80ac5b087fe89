/**
 * Member states of the European Union, ISO 3166-1 alpha-2. The places that belong to one of them and
 * not to its tax territory (Article 6 of Directive 2006/112/EC: the Canary Islands, Åland, …) have no code
 * of their own, so their buyers are treated as those of the state.
 */
const unionCountries: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

export const isUnionCountry = (country: string): boolean => unionCountries.has(country)

/**
 * Where a business owes the tax on services from abroad to its own state: the Union (Article 196 of
 * Directive 2006/112/EC), the United Kingdom (VAT Act 1994, section 8), Switzerland (MWSTG, Article 45)
 * and Norway (merverdiavgiftsloven § 3-30).
 */
export const hasReverseCharge = (country: string): boolean =>
  unionCountries.has(country) || ['GB', 'CH', 'NO'].includes(country)

/** The letters that a tax number of a country begins with: Greece is EL there, everybody else as in ISO. */
export const taxPrefixOf = (country: string): string => (country === 'GR' ? 'EL' : country)
