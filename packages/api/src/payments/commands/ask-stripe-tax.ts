import Stripe from 'stripe'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import type { IdentifiedBuyer } from '../../tax/commands/identify-buyer'
import { hasReverseCharge, isUnionCountry } from '../../tax/rules/places'
import type { LineTax } from '../../tax/rules/tax-lines'
import type { TaxReason } from '../../tax/states'

/** Training services, self-study, web-based, in Stripe's list of products (docs.stripe.com/tax/tax-codes). */
const taxCode = 'txcd_20060058'

const reasons: Readonly<Record<string, TaxReason>> = {
  standard_rated: 'standard',
  reduced_rated: 'standard',
  reverse_charge: 'reverse_charge',
  not_collecting: 'not_registered',
  not_subject_to_tax: 'export',
}

/** Who buys, where as much is known of the place as Stripe asks for. */
type LocatedBuyer = Pick<
  IdentifiedBuyer,
  'region' | 'postalCode' | 'taxNumber' | 'taxNumberStatus'
> & {
  country: string
}

type TaxIdType = 'eu_vat' | 'gb_vat' | 'ch_vat' | 'no_vat'

/** The tax number of a business as Stripe takes it; none where it proves nothing. */
function taxIdsOf({ country, taxNumber, taxNumberStatus }: LocatedBuyer) {
  const isBusiness = taxNumberStatus === 'valid' || taxNumberStatus === 'unverified'
  if (!isBusiness || taxNumber === null || !hasReverseCharge(country)) return []
  const type: TaxIdType = isUnionCountry(country)
    ? 'eu_vat'
    : country === 'GB'
      ? 'gb_vat'
      : country === 'CH'
        ? 'ch_vat'
        : 'no_vat'
  return [{ type, value: taxNumber }]
}

/** What is sold: amounts in minor units, and whether they contain their tax. */
export type StripeTaxSale = { currency: string; nets: readonly bigint[]; isIncluded: boolean }

/**
 * The tax that Stripe works out for what is sold to a buyer there, line by line, and the number of its
 * calculation. Nothing is recorded at Stripe by it. Throws `unavailable` (`tax-unavailable`) when Stripe
 * does not answer, and `precondition` (`tax-location-needed`) when it does not know the place.
 */
export async function askStripeTax(
  { stripe }: Pick<Deps, 'stripe'>,
  { currency, nets, isIncluded }: StripeTaxSale,
  buyer: LocatedBuyer,
): Promise<{ taxes: LineTax[]; calculationId: string }> {
  try {
    const calculation = await stripe.tax.calculations.create({
      currency: currency.toLowerCase(),
      customer_details: {
        address: {
          country: buyer.country,
          ...(buyer.region === null ? {} : { state: buyer.region }),
          ...(buyer.postalCode ? { postal_code: buyer.postalCode } : {}),
        },
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
    return { taxes, calculationId: calculation.id }
  } catch (error) {
    throw refusalOf(error)
  }
}

/** How a tax is called on a document. */
const taxNames: Readonly<Record<string, string>> = {
  sales_tax: 'Sales tax',
  retail_delivery_fee: 'Retail delivery fee',
}
const nameOf = (type: string | null | undefined): string =>
  taxNames[type ?? ''] ?? (type ?? 'tax').replaceAll('_', ' ').toUpperCase()

/**
 * The tax of a line. Where several authorities tax the same sale (state, county and city; Canada and a
 * province) it is what they take together, at the sum of their rates, under all their names.
 */
function toLineTax(
  net: bigint,
  taxMinor: bigint,
  { tax_breakdown: breakdowns }: Stripe.Tax.Calculation,
  isTaxIncluded: boolean,
): LineTax {
  const grossMinor = isTaxIncluded ? net : net + taxMinor
  const taxing = breakdowns.filter((row) => Number(row.tax_rate_details.percentage_decimal) > 0)
  const percent = taxing.reduce(
    (sum, row) => sum + Number(row.tax_rate_details.percentage_decimal),
    0,
  )
  const rateBps = Math.round(percent * 100)
  const isTaxed = rateBps > 0
  const [breakdown] = isTaxed ? taxing : breakdowns
  const names = [...new Set(taxing.map((row) => nameOf(row.tax_rate_details.tax_type)))]
  return {
    netMinor: grossMinor - taxMinor,
    taxMinor,
    grossMinor,
    taxRateBps: isTaxed ? rateBps : null,
    taxName: isTaxed ? names.join(' + ') : null,
    taxCountry: isTaxed ? (breakdown?.tax_rate_details.country ?? null) : null,
    isTaxIncluded,
    reason: reasons[breakdown?.taxability_reason ?? ''] ?? 'no_rate',
  }
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error
  return error.code === 'customer_tax_location_invalid'
    ? new DomainError('precondition', 'tax-location-needed')
    : new DomainError('unavailable', 'tax-unavailable')
}
