import { askStripeTax } from '../../payments/commands/ask-stripe-tax'
import type { Deps } from '../../shared/deps'
import type { IdentifiedBuyer } from '../../tax/commands/identify-buyer'
import { askedByStripe, missingPlace } from '../../tax/rules/asked-place'
import type { Quote } from '../rules/quote'
import { netsOf, withoutTaxes, withTaxes } from '../rules/with-taxes'

/**
 * The quote with the tax that Stripe works out for it, when Stripe Tax is in use; the quote as it is
 * otherwise. While it is not known well enough where the buyer is, nothing is asked, no line bears tax and
 * `tax.missing` says what is to be entered. Nothing is recorded at Stripe before the order is paid.
 * Throws what `askStripeTax` does.
 */
export async function calculateTax(
  deps: Pick<Deps, 'stripe' | 'isStripeTaxOn'>,
  local: Quote,
  buyer: IdentifiedBuyer,
): Promise<Quote> {
  if (!deps.isStripeTaxOn) return local
  const { country } = buyer
  const asked = askedByStripe(country)
  const missing = missingPlace(buyer, asked)
  const tax = { ...local.tax, needsCountry: true, asked, missing }
  const quoted = { ...local, asksCountry: true, tax }
  if (missing !== null || country === null) return withoutTaxes(quoted)
  if (quoted.subtotalMinor === 0n) return quoted
  const { currency } = quoted
  const sale = { currency, nets: netsOf(quoted), isIncluded: quoted.tax.isIncluded }
  const { taxes, calculationId } = await askStripeTax(deps, sale, { ...buyer, country })
  return withTaxes(quoted, taxes, calculationId)
}
