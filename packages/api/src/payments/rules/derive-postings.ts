import {
  type BalanceFact,
  byAge,
  type ChargeFact,
  type DisputeFact,
  type RefundFact,
  sumMinor,
} from './facts'
import { LedgerBook, owedEntries, type PostingInput } from './ledger-book'
import { type Entry, type Posting, reverseEntries } from './posting'

/**
 * What has to be added to the ledger so that it says what Stripe says. Amounts are those of the
 * balance transactions, in the settlement currency; nothing is posted before Stripe has made one.
 *
 * A charge is split over the lines (largest remainder) and each line between the state (its tax),
 * the provider (its share of the rest, rounded down) and the platform. What is taken back from state
 * and provider is computed cumulatively, `floor(credited × taken ÷ line)`, so after any number of
 * partial refunds they are owed the right amount to the unit, and exactly nothing when the whole line
 * was given back. The platform
 * bears Stripe's fees, the fees of disputes, and the rounding. Money that belongs to no sale is owed to nobody
 * but its payer, also when giving it back fails: it waits on `unapplied_payments`. Safe to repeat: what is posted is
 * skipped, and the caller's unique key (kind, external id) holds even if two callers race. Pure.
 */
export function derivePostings(input: PostingInput): Posting[] {
  const book = new LedgerBook(input)
  for (const charge of byAge(input.facts.charges)) postCharge(book, charge)
  for (const refund of byAge(input.facts.refunds)) postRefund(book, refund)
  for (const dispute of byAge(input.facts.disputes)) postDispute(book, dispute)
  return book.fresh
}

const entry = (
  account: Entry['account'],
  currency: string,
  amountMinor: bigint,
  ownerId: string | null = null,
): Entry => ({ account, ownerId, currency, amountMinor })

/** The account that makes a posting balance gets whatever the other entries leave. */
function balanced(entries: Entry[], account: Entry['account'], currency: string): Entry[] {
  return [...entries, entry(account, currency, -sumMinor(entries))]
}

function postCharge(book: LedgerBook, charge: ChargeFact): void {
  const { balance } = charge
  if (charge.status !== 'succeeded' || !balance || book.has('charge', charge.id)) return
  const { lines, isUnapplied } = book.input
  const { currency } = balance
  const shares = isUnapplied
    ? []
    : book
        .split(balance)
        .flatMap(({ shareMinor, taxMinor }, index) =>
          owedEntries(lines[index], currency, { shareMinor: -shareMinor, taxMinor: -taxMinor }),
        )
  book.add({
    kind: 'charge',
    externalId: charge.id,
    occurredAt: balance.createdAt,
    entries: balanced(
      [entry('stripe_balance', currency, balance.amountMinor), ...shares],
      isUnapplied ? 'unapplied_payments' : 'platform_revenue',
      currency,
    ),
  })
  book.add({
    kind: 'charge_fee',
    externalId: charge.id,
    occurredAt: balance.createdAt,
    entries: [
      entry('processor_fees', currency, balance.feeMinor),
      entry('stripe_balance', currency, -balance.feeMinor),
    ],
  })
}

function postRefund(book: LedgerBook, refund: RefundFact): void {
  const isUnapplied = book.isUnapplied(refund.chargeId)
  const post = (kind: 'refund' | 'refund_failed', balance: BalanceFact, sign: 1n | -1n) => {
    if (book.has(kind, refund.id)) return
    const { currency } = balance
    const moved = isUnapplied ? [] : book.shift(book.partsOf(refund), sign, currency)
    book.add({
      kind,
      externalId: refund.id,
      occurredAt: balance.createdAt,
      entries: balanced(
        [
          entry('stripe_balance', currency, balance.amountMinor - balance.feeMinor),
          entry('processor_fees', currency, balance.feeMinor),
          ...moved,
        ],
        isUnapplied ? 'unapplied_payments' : 'platform_revenue',
        currency,
      ),
    })
  }
  if (refund.balance) post('refund', refund.balance, 1n)
  if (refund.failureBalance && book.has('refund', refund.id)) {
    post('refund_failed', refund.failureBalance, -1n)
  }
}

function postDispute(book: LedgerBook, dispute: DisputeFact): void {
  for (const balance of byAge(dispute.balances)) {
    const { currency, createdAt: occurredAt } = balance
    const kind = balance.amountMinor < 0n ? 'dispute' : 'dispute_reversal'
    if (!book.has(kind, balance.id)) {
      book.add({
        kind,
        externalId: balance.id,
        occurredAt,
        entries: [
          entry('stripe_balance', currency, balance.amountMinor),
          entry('dispute_receivable', currency, -balance.amountMinor),
        ],
      })
    }
    if (!book.has('dispute_fee', balance.id)) {
      book.add({
        kind: 'dispute_fee',
        externalId: balance.id,
        occurredAt,
        entries: [
          entry('dispute_fees', currency, balance.feeMinor),
          entry('stripe_balance', currency, -balance.feeMinor),
        ],
      })
    }
  }
  postDisputeOutcome(book, dispute)
}

/**
 * A lost dispute writes the withdrawn money off, the provider bearing its share; an appeal that is
 * won undoes exactly that. Numbered, because a dispute can be lost again.
 */
function postDisputeOutcome(book: LedgerBook, dispute: DisputeFact): void {
  const losses = book.find('dispute_lost', `${dispute.id}:`)
  const isWrittenOff = book.isWrittenOff(dispute)
  const withdrawn = -sumMinor(dispute.balances)
  const currency = dispute.balances[0]?.currency
  const occurredAt = book.input.now
  if (dispute.status === 'lost' && !isWrittenOff && currency && withdrawn > 0n) {
    const isUnapplied = book.isUnapplied(dispute.chargeId)
    const moved = isUnapplied ? [] : book.shift(book.disputedParts(dispute), 1n, currency)
    book.add({
      kind: 'dispute_lost',
      externalId: `${dispute.id}:${losses.length + 1}`,
      occurredAt,
      entries: balanced(
        [entry('dispute_receivable', currency, -withdrawn), ...moved],
        isUnapplied ? 'unapplied_payments' : 'dispute_losses',
        currency,
      ),
    })
  }
  const last = losses.at(-1)
  if (dispute.status === 'won' && isWrittenOff && last) {
    book.add({
      kind: 'dispute_reinstated',
      externalId: `${dispute.id}:${losses.length}`,
      occurredAt,
      entries: reverseEntries(last.entries),
    })
  }
}
