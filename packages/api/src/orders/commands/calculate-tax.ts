import Stripe from 'stripe'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import type { IdentifiedBuyer } from '../../tax/commands/identify-buyer'
import { hasReverseCharge, isUnionCountry } from '../../tax/rules/places'
import type { LineTax } from '../../tax/rules/tax-lines'
import type { TaxReason } from '../../tax/states'
import type { Quote } from '../rules/quote'
import { netsOf, withTaxes } from '../rules/with-taxes'

/** Training services, self-study, web-based, in Stripe's list of products (docs.stripe.com/tax/tax-codes). */
const taxCode = 'txcd_20060058'

const reasons: Readonly<Record<string, TaxReason>> = {
  standard_rated: 'standard',
  reduced_rated: 'standard',
  reverse_charge: 'reverse_charge',
  not_collecting: 'not_registered',
  not_subject_to_tax: 'export',
}

type TaxIdType = 'eu_vat' | 'gb_vat' | 'ch_vat' | 'no_vat'

/** The tax number of a business as Stripe takes it; none where it proves nothing. */
function taxIdsOf({ country, taxNumber, taxNumberStatus }: IdentifiedBuyer) {
  const isBusiness = taxNumberStatus === 'valid' || taxNumberStatus === 'unverified'
  if (!isBusiness || country === null || taxNumber === null || !hasReverseCharge(country)) return []
  const type: TaxIdType = isUnionCountry(country)
    ? 'eu_vat'
    : country === 'GB'
      ? 'gb_vat'
      : country === 'CH'
        ? 'ch_vat'
        : 'no_vat'
  return [{ type, value: taxNumber }]
}

/**
 * The quote with the tax that Stripe works out for it, when Stripe Tax is in use and it is known where
 * the buyer is; the quote as it is otherwise. Nothing is recorded at Stripe before the order is paid.
 * Throws `unavailable` (`tax-unavailable`) when Stripe does not answer, and `precondition`
 * (`tax-location-needed`) where it wants to know more than the country.
 */
export async function calculateTax(
  { stripe, isStripeTaxOn }: Pick<Deps, 'stripe' | 'isStripeTaxOn'>,
  quoted: Quote,
  buyer: IdentifiedBuyer,
): Promise<Quote> {
  if (!isStripeTaxOn || buyer.country === null || quoted.subtotalMinor === 0n) return quoted
  const { isIncluded } = quoted.tax
  const nets = netsOf(quoted)
  try {
    const calculation = await stripe.tax.calculations.create({
      currency: quoted.currency.toLowerCase(),
      customer_details: {
        address: { country: buyer.country },
        address_source: 'billing',
        tax_ids: taxIdsOf(buyer),
      },
      line_items: nets.map((amount, index) => ({
        amount: Number(amount),
        reference: String(index),
        tax_behavior: isIncluded ? 'inclusive' : 'exclusive',
        tax_code: taxCode,
      })),
    })
    if (calculation.id === null) throw new DomainError('unavailable', 'tax-unavailable')
    const items = new Map<string, bigint>()
    for await (const item of stripe.tax.calculations.listLineItems(calculation.id, {
      limit: 100,
    })) {
      items.set(item.reference, BigInt(item.amount_tax))
    }
    const taxes = nets.map((net, index) =>
      toLineTax(net, items.get(String(index)) ?? 0n, calculation, isIncluded),
    )
    return withTaxes(quoted, taxes, calculation.id)
  } catch (error) {
    throw refusalOf(error)
  }
}

function toLineTax(
  net: bigint,
  taxMinor: bigint,
  { tax_breakdown: [breakdown] }: Stripe.Tax.Calculation,
  isTaxIncluded: boolean,
): LineTax {
  const grossMinor = isTaxIncluded ? net : net + taxMinor
  const details = breakdown?.tax_rate_details
  const rateBps = Math.round(Number(details?.percentage_decimal ?? 0) * 100)
  const isTaxed = rateBps > 0
  return {
    netMinor: grossMinor - taxMinor,
    taxMinor,
    grossMinor,
    taxRateBps: isTaxed ? rateBps : null,
    taxName: isTaxed ? (details?.tax_type ?? 'tax').replaceAll('_', ' ').toUpperCase() : null,
    taxCountry: isTaxed ? (details?.country ?? null) : null,
    isTaxIncluded,
    reason: reasons[breakdown?.taxability_reason ?? ''] ?? 'no_rate',
  }
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error
  return error.code === 'customer_tax_location_invalid'
    ? new DomainError('precondition', 'tax-location-needed', {}, 'country')
    : new DomainError('unavailable', 'tax-unavailable')
}
