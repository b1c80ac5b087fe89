import { currencyExponent, toDecimalString } from '../../shared/money'
import { isUnionCountry } from '../../tax/rules/places'
import { taxRows } from '../../tax/rules/tax-rows'
import type { DocumentLine } from '../rules/document-lines'
import type { BuyerSnapshot, SellerSnapshot } from '../schema'
import type { DocumentCause, DocumentKind } from '../states'

/** Everything that is printed on a document. Rows of the database that never change, and nothing else. */
export type PrintedDocument = {
  reference: string
  kind: DocumentKind
  cause: DocumentCause
  livemode: boolean
  currency: string
  netMinor: bigint
  taxMinor: bigint
  totalMinor: bigint
  issuedAt: Date
  suppliedAt: Date
  orderNumber: number
  /** the document that this one corrects */
  corrects: { kind: DocumentKind; reference: string } | null
  seller: SellerSnapshot
  buyer: BuyerSnapshot
}

export const kindName: Record<DocumentKind, string> = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
export const day = (at: Date): string => dayFormat.format(at)

/** An amount with all decimals of its currency, as accounts write it. */
export function amountText(amountMinor: bigint, currency: string): string {
  const digits = currencyExponent(currency)
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return format.format(toDecimalString({ amountMinor, currency }) as `${number}`)
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' })

const present = (lines: readonly (string | null | undefined)[]): string =>
  lines.filter((line) => line !== null && line !== undefined && line !== '').join('\n')

const countryOf = (code: string | null) => (code === null ? null : countryNames.of(code))

export const sellerText = (seller: SellerSnapshot): string =>
  present([
    seller.name,
    seller.address,
    countryOf(seller.country),
    seller.taxNumber && `Tax number ${seller.taxNumber}`,
    seller.registrationNumber && `Registration ${seller.registrationNumber}`,
    seller.email,
  ])

export const buyerText = (buyer: BuyerSnapshot): string =>
  present([
    buyer.company,
    buyer.name,
    buyer.address,
    countryOf(buyer.country),
    buyer.taxNumber && `Tax number ${buyer.taxNumber}`,
    buyer.email,
  ])

/** Dates and numbers at the head of a document. */
export function headRows(document: PrintedDocument): [string, string][] {
  const { corrects } = document
  const supplied = document.kind === 'invoice' ? 'Date of sale' : 'Date of the refund'
  return [
    ['Number', document.reference],
    ['Date of issue', day(document.issuedAt)],
    [supplied, day(document.suppliedAt)],
    ['Order', String(document.orderNumber)],
    ...(corrects
      ? ([[`For ${kindName[corrects.kind].toLowerCase()}`, corrects.reference]] as [
          string,
          string,
        ][])
      : []),
  ]
}

/** A rate as it is printed: 23%, 25.5%. */
const percentOf = (basisPoints: number): string => `${basisPoints / 100}%`

/** A row of the totals for each rate of tax, or one for none. */
export function taxTotals(
  lines: readonly DocumentLine[],
  currency: string,
): [text: string, taxMinor: bigint][] {
  const rows = taxRows(lines).map((row): [string, bigint] => {
    const place = countryOf(row.taxCountry)
    const rate = `${row.taxName} ${percentOf(row.taxRateBps)}${place ? ` ${place}` : ''}`
    return [`${rate}, on ${amountText(row.netMinor, currency)}`, row.taxMinor]
  })
  return rows.length === 0 ? [['Tax', 0n]] : rows
}

/**
 * What has to stand on an invoice that carries no tax: that the buyer owes it (Article 226 (11a) of
 * Directive 2006/112/EC), or that it left the seller's tax area.
 */
export function taxNote(document: {
  seller: SellerSnapshot
  buyer: BuyerSnapshot
  lines: readonly DocumentLine[]
}): string | null {
  const is = (reason: DocumentLine['taxReason']) =>
    document.lines.some((line) => line.taxReason === reason)
  const { country } = document.buyer
  if (is('reverse_charge')) {
    return country !== null && isUnionCountry(country)
      ? 'Reverse charge: the tax is owed by the buyer (Articles 44 and 196 of Directive 2006/112/EC).'
      : 'Reverse charge: the tax is owed by the buyer under the law of its country.'
  }
  if (is('export')) {
    return 'Supplied to a buyer outside the tax area of the seller: no tax is charged.'
  }
  return null
}

/** What a document means for the reader, in one or two sentences. */
export function closingText(document: PrintedDocument): string {
  const sentences: Record<DocumentCause, string> = {
    sale: `Paid in full on ${day(document.suppliedAt)}. No amount is due.`,
    refund: 'The amount was returned to the means of payment that the order was paid with.',
    refund_failed:
      'The refund could not be delivered, so the credit note named above no longer holds. The order had been paid: no amount is due.',
    dispute_lost: 'The amount was returned to you by your bank after a dispute.',
    dispute_reinstated:
      'The dispute was decided again and the payment stands, so the credit note named above no longer holds. No amount is due.',
    correction:
      'Takes back all that is still charged by the invoice named above. Nothing is paid out.',
    reissue: `Replaces the invoice that was taken back by the document named above. Paid in full on ${day(document.suppliedAt)}. No amount is due.`,
  }
  return sentences[document.cause]
}
