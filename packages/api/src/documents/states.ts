/** An invoice asks for what a credit note gives back. Each kind has numbers of its own. */
export const documentKinds = ['invoice', 'credit_note'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Why an invoice exists: for the sale, or because an earlier credit note no longer holds. */
const invoiceCauses = ['sale', 'refund_failed', 'dispute_reinstated', 'reissue'] as const
/** Why a credit note exists. */
const creditCauses = ['refund', 'dispute_lost', 'correction'] as const

export const documentCauses = [...invoiceCauses, ...creditCauses] as const
export type DocumentCause = (typeof documentCauses)[number]

/** The kind that documents of a cause have. */
export const kindOf = (cause: DocumentCause): DocumentKind =>
  invoiceCauses.some((one) => one === cause) ? 'invoice' : 'credit_note'
