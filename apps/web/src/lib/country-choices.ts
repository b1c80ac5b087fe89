/** Codes that name no country: unions, unknown places, and parts with a code of their own. */
const noCountry = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '))

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Countries (ISO 3166-1) by their names in a language, as the runtime's own data has them. */
export function countryChoices(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((value) => {
      const isCurrent = Intl.getCanonicalLocales(`und-${value}`)[0] === `und-${value}`
      const label = isCurrent && !noCountry.has(value) ? names.of(value) : undefined
      return label ? [{ value, label }] : []
    })
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}
