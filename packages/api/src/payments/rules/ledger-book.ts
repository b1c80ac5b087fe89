import { allocate, shareOf } from '../../shared/money'
import type { Allocation } from './allocate-refund'
import {
  type BalanceFact,
  byAge,
  type DisputeFact,
  lesser,
  type RefundFact,
  type StripeFacts,
  sumMinor,
} from './facts'
import { compactEntries, type Entry, type Posting } from './posting'

export type LedgerLine = {
  id: string
  /** what is paid for it */
  amountMinor: bigint
  /** what of that is tax: owed to a state, shared by nobody */
  taxMinor: bigint
  providerId: string
  shareBps: number
  /** what of it is the provider's; null: the share of what is paid without tax */
  providerMinor: bigint | null
}

export type PostingInput = {
  lines: readonly LedgerLine[]
  facts: StripeFacts
  /** by refund id */
  allocations: ReadonlyMap<string, readonly Allocation[]>
  /** what is in the ledger for this order already */
  posted: readonly Posting[]
  /**
   * the money belongs to no sale: another amount than ordered, bought twice, paid after it was cancelled. It
   * is owed to nobody but its payer
   */
  isUnapplied: boolean
  now: Date
}

/** What of an amount belongs to others: the provider's share of what is left without tax, and the tax. */
type Owed = { shareMinor: bigint; taxMinor: bigint }

/** Entries that owe (negative) or take back (positive) what belongs to others of a line. */
export const owedEntries = (
  line: LedgerLine | undefined,
  currency: string,
  { shareMinor, taxMinor }: Owed,
): Entry[] => [
  {
    account: 'provider_payable',
    ownerId: line?.providerId ?? null,
    currency,
    amountMinor: shareMinor,
  },
  { account: 'tax_payable', ownerId: null, currency, amountMinor: taxMinor },
]

/** The postings so far, with how much of each line has been taken back from its provider. */
export class LedgerBook {
  readonly fresh: Posting[] = []
  private readonly all: Posting[]
  /** minor units of the order's currency, per line */
  readonly taken: bigint[]

  constructor(readonly input: PostingInput) {
    this.all = [...input.posted]
    this.taken = input.lines.map(() => 0n)
    for (const refund of input.facts.refunds) {
      if (this.has('refund', refund.id) && !this.has('refund_failed', refund.id)) {
        this.take(this.partsOf(refund), 1n)
      }
    }
    for (const dispute of byAge(input.facts.disputes)) {
      if (this.isWrittenOff(dispute)) this.take(this.disputedParts(dispute), 1n)
    }
  }

  has(kind: Posting['kind'], externalId: string): boolean {
    return this.all.some((posting) => posting.kind === kind && posting.externalId === externalId)
  }

  find(kind: Posting['kind'], prefix: string): Posting[] {
    return this.all.filter(
      (posting) => posting.kind === kind && posting.externalId.startsWith(prefix),
    )
  }

  add(posting: Posting): void {
    const entries = compactEntries(posting.entries)
    if (entries.length === 0) return
    const compact = { ...posting, entries }
    this.all.push(compact)
    this.fresh.push(compact)
  }

  partsOf(refund: RefundFact): bigint[] {
    const allocations = this.input.allocations.get(refund.id) ?? []
    return this.input.lines.map((line) =>
      sumMinor(allocations.filter((part) => part.orderLineId === line.id)),
    )
  }

  /**
   * Whether a payment belongs to no sale: as it stands in the ledger, so that what comes of it later is posted
   * alike; one that is not there yet, as the order stands now.
   */
  isUnapplied(chargeId: string): boolean {
    const charge = this.all.find(
      ({ kind, externalId }) => kind === 'charge' && externalId === chargeId,
    )
    if (!charge) return this.input.isUnapplied
    return charge.entries.some(({ account }) => account === 'unapplied_payments')
  }

  /** Whether the ledger has the money of a dispute as lost. */
  isWrittenOff(dispute: DisputeFact): boolean {
    const count = (kind: Posting['kind']) => this.find(kind, `${dispute.id}:`).length
    return count('dispute_lost') > count('dispute_reinstated')
  }

  /** The disputed amount over what is left of each line, never more than that. */
  disputedParts(dispute: DisputeFact): bigint[] {
    const left = this.input.lines.map((line, index) => {
      const rest = line.amountMinor - (this.taken[index] ?? 0n)
      return rest > 0n ? rest : 0n
    })
    const total = left.reduce((sum, rest) => sum + rest, 0n)
    if (total === 0n) return left
    return allocate(lesser(dispute.amountMinor, total), left)
  }

  private take(parts: readonly bigint[], sign: 1n | -1n): void {
    parts.forEach((part, index) => {
      this.taken[index] = (this.taken[index] ?? 0n) + sign * part
    })
  }

  /**
   * Marks parts of the lines as taken (or given back) and returns what that changes in what providers
   * and states are owed: positive amounts take from them.
   */
  shift(parts: readonly bigint[], sign: 1n | -1n, currency: string): Entry[] {
    const owed = () => this.input.lines.map((line, index) => this.takenFrom(line, index))
    const before = owed()
    this.take(parts, sign)
    const after = owed()
    return this.input.lines.flatMap((line, index) =>
      owedEntries(line, currency, {
        shareMinor: (after[index]?.shareMinor ?? 0n) - (before[index]?.shareMinor ?? 0n),
        taxMinor: (after[index]?.taxMinor ?? 0n) - (before[index]?.taxMinor ?? 0n),
      }),
    )
  }

  private takenFrom(line: LedgerLine, index: number): Owed {
    if (line.amountMinor === 0n) return { shareMinor: 0n, taxMinor: 0n }
    const taken = lesser(this.taken[index] ?? 0n, line.amountMinor)
    const { shareMinor, taxMinor } = this.creditedFor(index)
    return {
      shareMinor: (shareMinor * taken) / line.amountMinor,
      taxMinor: (taxMinor * taken) / line.amountMinor,
    }
  }

  /** What provider and state got of a line, in the settlement currency. */
  private creditedFor(index: number): Owed {
    const credited = { shareMinor: 0n, taxMinor: 0n }
    for (const charge of this.input.facts.charges) {
      if (!charge.balance || !this.has('charge', charge.id)) continue
      const owed = this.split(charge.balance)[index]
      credited.shareMinor += owed?.shareMinor ?? 0n
      credited.taxMinor += owed?.taxMinor ?? 0n
    }
    return credited
  }

  /**
   * What of a payment is owed for each line: its part by what is paid for it, of that its tax, and of
   * the rest the provider's share. In the currency of the order the tax is that of the line, exactly.
   */
  split(balance: BalanceFact): Owed[] {
    const { lines } = this.input
    const parts = allocate(
      balance.amountMinor,
      lines.map((line) => line.amountMinor),
    )
    return lines.map((line, index) => {
      const part = parts[index] ?? 0n
      const [taxMinor = 0n] =
        line.taxMinor === 0n
          ? []
          : allocate(part, [line.taxMinor, line.amountMinor - line.taxMinor])
      return { shareMinor: shareIn(line, part - taxMinor), taxMinor }
    })
  }
}

/** The provider's part of what a line came to without tax, in whatever currency that is. */
function shareIn(
  { amountMinor, taxMinor, shareBps, providerMinor }: LedgerLine,
  part: bigint,
): bigint {
  const net = amountMinor - taxMinor
  if (providerMinor === null) return shareOf(part, shareBps)
  return net === 0n ? 0n : (part * providerMinor) / net
}
