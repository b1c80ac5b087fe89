export const bookKinds = [
  'charge',
  'refund',
  'refund_failed',
  'dispute',
  'transfer',
  'transfer_reversal',
  'other',
] as const
export type BookKind = (typeof bookKinds)[number]

/** Money that moved on the Stripe balance, after fees, in minor units of its settlement currency. */
export type Movement = {
  kind: BookKind
  /** of what moved it; of the balance transaction for disputes and others */
  externalId: string
  currency: string
  amountMinor: bigint
  occurredAt: Date
  orderId: string | null
  /** of the payment, by which an order is found when its id is not named */
  paymentIntentId: string | null
}

export type Difference = Omit<Movement, 'amountMinor'> & {
  stripeMinor: bigint
  ledgerMinor: bigint
}

/** A difference as it stood when a person explained it. */
export type AcceptedDifference = Pick<
  Difference,
  'kind' | 'externalId' | 'currency' | 'stripeMinor' | 'ledgerMinor'
>

export type BookSum = {
  currency: string
  stripeMinor: bigint
  ledgerMinor: bigint
  /** not kept in this ledger: between Stripe and the bank, Stripe's own fees, accepted differences */
  outsideMinor: bigint
}

const kindOfCategory = new Map<string, BookKind>([
  ['charge', 'charge'],
  ['refund', 'refund'],
  ['refund_failure', 'refund_failed'],
  ['dispute', 'dispute'],
  ['dispute_reversal', 'dispute'],
  ['transfer', 'transfer'],
  ['transfer_reversal', 'transfer_reversal'],
])

/** Reporting categories of money that the ledger of sales does not keep. */
const outside = new Set([
  'fee',
  'network_cost',
  'payout',
  'payout_reversal',
  'payout_minimum_balance_hold',
  'payout_minimum_balance_release',
  'risk_reserved_funds',
  'tax',
  'topup',
  'topup_reversal',
])

/** A balance transaction as far as it is compared. */
export type StripeMovement = {
  id: string
  /** https://docs.stripe.com/reports/reporting-categories */
  category: string
  sourceId: string | null
  netMinor: bigint
  currency: string
  createdAt: Date
  orderId: string | null
  paymentIntentId: string | null
}

/**
 * Where a balance transaction belongs in the ledger; null for what is kept elsewhere. A category that
 * nobody has heard of is `other`: money that is in no book has to be seen. Pure.
 */
export function toMovement(row: StripeMovement): Movement | null {
  if (outside.has(row.category)) return null
  const kind = kindOfCategory.get(row.category) ?? 'other'
  const isBySource = kind !== 'dispute' && kind !== 'other'
  return {
    kind,
    externalId: (isBySource ? row.sourceId : null) ?? row.id,
    currency: row.currency,
    amountMinor: row.netMinor,
    occurredAt: row.createdAt,
    orderId: row.orderId,
    paymentIntentId: row.paymentIntentId,
  }
}

/**
 * Compares what Stripe moved with what the ledger holds, object by object and currency by currency.
 * Differences come oldest first, without those accepted that stand as they stood then; sums are over
 * everything, and may agree although objects differ. Pure.
 */
export function compareBooks(
  stripe: readonly StripeMovement[],
  ledger: readonly Movement[],
  accepted: readonly AcceptedDifference[] = [],
): { differences: Difference[]; sums: BookSum[] } {
  const objects = new Map<string, Difference>()
  const sums = new Map<string, BookSum>()
  const sumOf = (currency: string): BookSum => {
    const known = sums.get(currency)
    const sum = known ?? { currency, stripeMinor: 0n, ledgerMinor: 0n, outsideMinor: 0n }
    if (!known) sums.set(currency, sum)
    return sum
  }
  const note = (movement: Movement, side: 'stripeMinor' | 'ledgerMinor') => {
    const { amountMinor, ...rest } = movement
    const key = `${movement.kind} ${movement.externalId} ${movement.currency}`
    const known = objects.get(key) ?? { ...rest, stripeMinor: 0n, ledgerMinor: 0n }
    objects.set(key, {
      ...known,
      orderId: known.orderId ?? movement.orderId,
      paymentIntentId: known.paymentIntentId ?? movement.paymentIntentId,
      [side]: known[side] + amountMinor,
    })
    sumOf(movement.currency)[side] += amountMinor
  }
  for (const row of stripe) {
    const movement = toMovement(row)
    if (movement) note(movement, 'stripeMinor')
    else sumOf(row.currency).outsideMinor += row.netMinor
  }
  for (const movement of ledger) note(movement, 'ledgerMinor')
  const known = new Set(accepted.map(standingOf))
  const differences: Difference[] = []
  for (const object of objects.values()) {
    if (object.stripeMinor === object.ledgerMinor) continue
    if (known.has(standingOf(object))) putOutside(sumOf(object.currency), object)
    else differences.push(object)
  }
  return {
    differences: differences.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime()),
    sums: [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  }
}

const standingOf = (row: AcceptedDifference): string =>
  `${row.kind} ${row.externalId} ${row.currency} ${row.stripeMinor} ${row.ledgerMinor}`

/** Counts what Stripe moved beyond the ledger as money that is not kept here. */
export function putOutside(
  sum: BookSum,
  row: Pick<AcceptedDifference, 'stripeMinor' | 'ledgerMinor'>,
): void {
  sum.stripeMinor -= row.stripeMinor - row.ledgerMinor
  sum.outsideMinor += row.stripeMinor - row.ledgerMinor
}
