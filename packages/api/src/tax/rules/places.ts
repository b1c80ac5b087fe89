/**
 * Member states of the European Union, ISO 3166-1 alpha-2. Of the places that belong to one of them and
 * not to its tax territory (Article 6 of Directive 2006/112/EC) those with a code of their own (Åland,
 * Guadeloupe, Réunion, …) are outside; the others (the Canary Islands, Livigno, …) are treated as the state.
 */
const unionCountries: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

/**
 * Whose tax is charged in a country: sales to Monaco are treated as sales to France, those to the Isle of
 * Man as sales to the United Kingdom (Article 7 of Directive 2006/112/EC; section 6 of the Isle of Man Act
 * 1979).
 */
export const taxTerritoryOf = (country: string): string => {
  if (country === 'MC') return 'FR'
  return country === 'IM' ? 'GB' : country
}

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
