/**
 * The country that a browser's languages speak of, ISO 3166-1 alpha-2: of "de-AT,de;q=0.9,en" it is AT.
 * A guess to begin a form with, never a fact. Null when no language names one.
 */
export function countryGuess(acceptLanguage: string | null): string | null {
  for (const entry of (acceptLanguage ?? '').split(',')) {
    const [tag = ''] = entry.split(';')
    const match = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})$/i.exec(tag.trim())
    if (match?.[1]) return match[1].toUpperCase()
  }
  return null
}
