import type { DocumentKind } from '../states'

const letters: Record<DocumentKind, string> = { invoice: 'INV', credit_note: 'CN' }

/**
 * The printed number of a document, such as ARC-INV-000123. Continuous: it does not begin again with
 * a year. Documents of payments with a test key are marked, and count by themselves.
 */
export const referenceOf = (document: {
  prefix: string
  kind: DocumentKind
  livemode: boolean
  number: number
}): string =>
  [
    ...(document.livemode ? [] : ['TEST']),
    document.prefix,
    letters[document.kind],
    document.number.toString().padStart(6, '0'),
  ].join('-')
