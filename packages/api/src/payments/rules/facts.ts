/** Movement on the Stripe balance, in the settlement currency, minor units; `net = amount − fee`. */
export type BalanceFact = {
  id: string
  amountMinor: bigint
  feeMinor: bigint
  currency: string
  createdAt: Date
}

export type SessionFact = {
  id: string
  /** open, complete or expired; Stripe may add others */
  status: string | null
  paymentStatus: string
  amountTotalMinor: bigint | null
  currency: string | null
  paymentIntentId: string | null
  url: string | null
  expiresAt: Date
}

export type IntentFact = { id: string; status: string }

export type ChargeFact = {
  id: string
  status: string
  /** what was captured, in the currency that was charged */
  amountMinor: bigint
  currency: string
  failureCode: string | null
  failureMessage: string | null
  cardBrand: string | null
  cardLast4: string | null
  /** where the card was issued, ISO 3166-1 alpha-2 */
  cardCountry: string | null
  /** who paid, as they told Stripe */
  billingName: string | null
  billingAddress: string | null
  createdAt: Date
  /** null until Stripe has made it */
  balance: BalanceFact | null
}

export type RefundFact = {
  id: string
  chargeId: string
  amountMinor: bigint
  currency: string
  status: string
  reason: string | null
  /** the command of ours that asked for it; null when it was made elsewhere */
  commandId: string | null
  createdAt: Date
  balance: BalanceFact | null
  /** the money coming back when the refund failed */
  failureBalance: BalanceFact | null
}

export type DisputeFact = {
  id: string
  chargeId: string
  amountMinor: bigint
  currency: string
  status: string
  reason: string
  /** the bank's own code for the reason */
  networkCode: string | null
  evidenceDueBy: Date | null
  hasEvidence: boolean
  /** how often evidence was sent to the bank */
  submissions: number
  /** the last evidence came after the deadline */
  isLate: boolean
  createdAt: Date
  /** money withdrawn (negative) and given back (positive), oldest first */
  balances: BalanceFact[]
}

/** Everything that Stripe says about one order at one time. */
export type StripeFacts = {
  session: SessionFact | null
  intent: IntentFact | null
  charges: ChargeFact[]
  refunds: RefundFact[]
  disputes: DisputeFact[]
}

/** Money that was moved to a provider's account, and what of it was taken back. */
export type TransferFact = {
  id: string
  accountId: string
  /** what it is on that account */
  paymentId: string | null
  createdAt: Date
  /** null until Stripe has made it */
  balance: BalanceFact | null
  reversals: { id: string; amountMinor: bigint; balance: BalanceFact | null }[]
}

/** What Stripe says of a connected account. */
export type AccountFact = {
  id: string
  country: string | null
  hasDetails: boolean
  hasTaxId: boolean
  isTransferable: boolean
  isPayable: boolean
  /** Stripe's word for why it is disabled */
  disabledReason: string | null
  /** what it still asks for, by its own names */
  due: string[]
  dueBy: Date | null
}

/** A payout of Stripe's from an account to its bank, with the objects that it consists of. */
export type BankPayoutFact = {
  id: string
  status: string
  arrivesOn: Date
  sources: string[]
}

/** Refunds in these states hold or have moved the money. A `failed` or `canceled` one gave it back. */
export const isActiveRefund = (refund: { status: string }): boolean =>
  refund.status === 'pending' ||
  refund.status === 'requires_action' ||
  refund.status === 'succeeded'

export const sumMinor = <Row extends { amountMinor: bigint }>(rows: readonly Row[]): bigint =>
  rows.reduce((sum, row) => sum + row.amountMinor, 0n)

/** Oldest first; the id decides within a second, so that every reader sees the same order. */
export const byAge = <Row extends { id: string; createdAt: Date }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))

export const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b)
