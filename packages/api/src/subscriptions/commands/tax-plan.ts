import { type QuotedTax, quotedTax } from '../../orders/rules/quoted-tax'
import { askStripeTax } from '../../payments/commands/ask-stripe-tax'
import type { Deps } from '../../shared/deps'
import { getTaxSettings } from '../../tax/reads/tax-settings'
import { askedByStripe, missingPlace } from '../../tax/rules/asked-place'
import { type LineTax, taxLines } from '../../tax/rules/tax-lines'
import type { TaxBuyer } from '../../tax/rules/tax-treatment'

/** Who pays for a membership, as far as tax depends on it. */
export type PlanBuyer = TaxBuyer & { taxNumber: string | null }

/** What is taxed: the price of a plan, or, with `isPaid`, what was charged, which contains its tax. */
export type TaxedAmount = { currency: string; amountMinor: bigint; isPaid?: boolean }

export type PlanTax = {
  line: LineTax
  quoted: QuotedTax
  /** Stripe's calculation; null where fixed rates were used */
  calculationId: string | null
}

/**
 * The tax of one payment of a membership at a time: by the function that taxes orders, or by Stripe where
 * Stripe Tax is in use and it is known where the buyer is. Throws what `askStripeTax` does.
 */
export async function taxPlan(
  deps: Pick<Deps, 'db' | 'stripe' | 'isStripeTaxOn'>,
  { currency, amountMinor, isPaid = false }: TaxedAmount,
  buyer: PlanBuyer,
  at: Date,
): Promise<PlanTax> {
  const { seller, rates, exclusiveCurrencies } = await getTaxSettings(deps.db, [buyer.country])
  const isInclusive = isPaid || !exclusiveCurrencies.includes(currency)
  const context = { seller, rates, isInclusive, buyer }
  const quoted = quotedTax(context, at)
  if (deps.isStripeTaxOn) {
    const { country, region } = buyer
    const asked = askedByStripe(country)
    const missing = missingPlace(buyer, asked)
    if (missing === null && country !== null) {
      const sale = { currency, nets: [amountMinor], isIncluded: isInclusive }
      const place = { ...buyer, country, region, postalCode: buyer.postalCode ?? null }
      const answer = await askStripeTax(deps, sale, place)
      const line = theOne(answer.taxes)
      const { taxRateBps: rateBps, taxName: name, reason } = line
      const known = { ...quoted, needsCountry: true, asked, missing, reason, rateBps, name }
      return { line, quoted: known, calculationId: answer.calculationId }
    }
    const unknown = { ...quoted, needsCountry: true, asked, missing }
    return { line: untaxedLine(amountMinor, isInclusive), quoted: unknown, calculationId: null }
  }
  const line = theOne(taxLines([{ amountMinor }], currency, { ...context, now: at }))
  return { line, quoted, calculationId: null }
}

/** While it is not known well enough where the buyer is: nothing can be paid then. */
const untaxedLine = (amountMinor: bigint, isTaxIncluded: boolean): LineTax => ({
  netMinor: amountMinor,
  taxMinor: 0n,
  grossMinor: amountMinor,
  taxRateBps: null,
  taxName: null,
  taxCountry: null,
  isTaxIncluded,
  reason: 'country_unknown',
})

function theOne(lines: readonly LineTax[]): LineTax {
  const [line] = lines
  if (!line) throw new Error('an amount without its tax')
  return line
}
