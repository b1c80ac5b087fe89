import { invalidRequest } from '../../http/api-error'
import type { CalculationParams } from './schema'

type Address = CalculationParams['customer_details']['address']

const unknown = () =>
  invalidRequest(
    'The address of the customer is not complete enough to work out tax.',
    'customer_tax_location_invalid',
    'customer_details',
  )

/** First letters of Canadian postal codes by province, as far as this server collects there. */
const provinceOf = (postalCode: string): string | null => {
  const letter = postalCode.charAt(0).toUpperCase()
  if ('KLMNP'.includes(letter)) return 'ON'
  return 'GHJ'.includes(letter) ? 'QC' : null
}

/**
 * The state or province that a customer is taxed in, or an error where the address does not say enough:
 * of the United States a postal code of five or nine digits, also beside a state, and of Canada a province
 * or a postal code (docs.stripe.com/tax/customer-locations). Null where the country alone decides.
 */
export function locationOf({ country, state, postal_code: postalCode }: Address): string | null {
  if (country === 'US') {
    if (!/^\d{5}(-?\d{4})?$/.test(postalCode ?? '')) throw unknown()
    return state ?? (/^1[0-4]/.test(postalCode ?? '') ? 'NY' : null)
  }
  if (country !== 'CA') return state ?? null
  if (postalCode && !/^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i.test(postalCode)) throw unknown()
  if (!state && !postalCode) throw unknown()
  return state ?? provinceOf(postalCode ?? '')
}
