import { providerShare } from '../../providers/rules/provider-share'
import type { LineTax } from '../../tax/rules/tax-lines'
import type { Quote } from './quote'

/** What each line costs before tax is added or found in it: list price less discount. */
export const netsOf = ({ lines }: Pick<Quote, 'lines'>): bigint[] =>
  lines.map((line) => line.listMinor - line.discountMinor)

/**
 * The same quote with other taxes on its lines, worked out by somebody else from the very amounts of
 * `netsOf`; what the providers get follows from the amounts without that tax. Throws for taxes that are
 * not those of its lines. Pure.
 */
export function withTaxes(
  quoted: Quote,
  taxes: readonly LineTax[],
  calculationId: string | null,
): Quote {
  const lines = quoted.lines.map((line, index) => {
    const tax = taxes[index]
    if (!tax) throw new Error('a line without its tax')
    const { taxMinor, grossMinor: amountMinor } = tax
    const providerMinor = providerShare({ ...line, amountMinor, taxMinor })
    return { ...line, tax, amountMinor, providerMinor }
  })
  const taxed = taxes.find((tax) => tax.taxRateBps !== null) ?? taxes[0]
  return {
    ...quoted,
    lines,
    taxMinor: taxes.reduce((sum, tax) => sum + tax.taxMinor, 0n),
    totalMinor: lines.reduce((sum, line) => sum + line.amountMinor, 0n),
    calculationId,
    tax: {
      ...quoted.tax,
      reason: taxed?.reason ?? quoted.tax.reason,
      rateBps: taxed?.taxRateBps ?? null,
      name: taxed?.taxName ?? null,
    },
  }
}

/** The same quote while it cannot be said what tax is due: no line bears any. Pure. */
export const withoutTaxes = (quoted: Quote): Quote =>
  withTaxes(
    quoted,
    netsOf(quoted).map((net) => ({
      netMinor: net,
      taxMinor: 0n,
      grossMinor: net,
      taxRateBps: null,
      taxName: null,
      taxCountry: null,
      isTaxIncluded: quoted.tax.isIncluded,
      reason: 'country_unknown' as const,
    })),
    null,
  )
