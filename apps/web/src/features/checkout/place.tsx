import { taxBuyerInput } from '@archway/api/tax/schema'

/** Where somebody without an account says that they are. */
export type Place = { country: string; region: string | null; postalCode: string | null }

/** How an address of a checkout says a place. */
export const placeQuery = (place: Place | null | undefined): [string, string][] =>
  place
    ? Object.entries(place).flatMap(([name, value]): [string, string][] =>
        value === null ? [] : [[name, value]],
      )
    : []

/** The place for a form that goes on with the same checkout. */
export function PlaceInputs({ place }: { place: Place | null | undefined }) {
  return placeQuery(place).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

/** A place as an address or a browser says it; what its country does not have is left out and named. */
export function readPlace(typed: { country: string; region?: string; postalCode?: string }): {
  place: Place | null
  /** keys of the catalogue of errors, by field */
  problems: { region?: string; postalCode?: string }
} {
  const read = taxBuyerInput.safeParse({ ...typed, taxNumber: null })
  if (read.success) {
    const { country, region = null, postalCode = null } = read.data
    return { place: country === null ? null : { country, region, postalCode }, problems: {} }
  }
  const issues = Object.fromEntries(
    read.error.issues.map((issue) => [issue.path.join('.'), issue.message]),
  )
  if ('country' in issues) return { place: null, problems: {} }
  const { region, postalCode } = issues
  const rest = readPlace({
    country: typed.country,
    ...(region || !typed.region ? {} : { region: typed.region }),
  })
  return {
    place: rest.place,
    problems: { ...(region ? { region } : {}), ...(postalCode ? { postalCode } : {}) },
  }
}
