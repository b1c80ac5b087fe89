import { currentRefundTerms, refundPromise } from '../../payments/rules/refund-promise'
import type { RefundAnswer, RefundTerms } from '../../payments/schema'
import { isBelowMinimumCharge } from '../../shared/minimum-charge'
import type { quoteProblems } from '../schema'

/** What the quote has to know of something that is asked for. */
export type Sellable = {
  id: string
  slug: string
  kind: 'course' | 'program' | 'certification'
  origin: 'own' | 'external'
  status: 'draft' | 'in_review' | 'scheduled' | 'published' | 'retired'
  title: string
  providerId: string
  shareBps: number
  /** one-time prices that are valid now */
  prices: readonly { id: string; currency: string; amountMinor: bigint }[]
  /** of a program */
  courseIds: readonly string[]
  /** what the buyer has of it already */
  access: 'none' | 'live' | 'suspended'
  /** how much of it the buyer has done, from an earlier purchase or through its courses; 0 to 100 */
  progressPercent: number
}

export type QuotedLine = {
  offeringId: string
  slug: string
  kind: Sellable['kind']
  title: string
  priceId: string
  /** the price before any discount */
  listMinor: bigint
  discountMinor: bigint
  /** what is paid: list price less discount */
  amountMinor: bigint
  providerId: string
  shareBps: number
  refundTerms: RefundTerms
  refund: RefundAnswer
}

export type QuoteProblem = { offeringId: string; reason: (typeof quoteProblems)[number] }

export type Quote = {
  currency: string
  currencies: string[]
  lines: QuotedLine[]
  subtotalMinor: bigint
  discountMinor: bigint
  taxMinor: bigint
  totalMinor: bigint
  problems: QuoteProblem[]
}

function problemOf(
  item: Sellable | undefined,
  items: readonly Sellable[],
  currency: string,
): QuoteProblem['reason'] | null {
  if (item?.status !== 'published') return 'not-found'
  if (item.origin !== 'own' || item.kind === 'certification') return 'not-for-sale'
  if (item.access === 'live') return 'already-owned'
  if (item.access === 'suspended') return 'access-suspended'
  if (items.some((other) => other.id !== item.id && other.courseIds.includes(item.id))) {
    return 'covered-by-program'
  }
  return item.prices.some((price) => price.currency === currency) ? null : 'no-price-in-currency'
}

/**
 * What a cart costs in a currency: one line per offering that can be bought, at its price now, in
 * minor units, and for each other one why not; a total that is too small to be charged is said
 * of the first line. Prices come from the catalogue alone; totals are sums
 * of whole minor units, so nothing is ever rounded. Pure.
 */
export function quote(
  offeringIds: readonly string[],
  items: readonly Sellable[],
  currency: string,
  now: Date,
): Quote {
  const problems: QuoteProblem[] = []
  const lines: QuotedLine[] = []
  for (const offeringId of offeringIds) {
    const item = items.find((candidate) => candidate.id === offeringId)
    const reason = problemOf(item, items, currency)
    const price = item?.prices.find((candidate) => candidate.currency === currency)
    if (reason !== null || !item || !price) {
      problems.push({ offeringId, reason: reason ?? 'no-price-in-currency' })
      continue
    }
    const terms = currentRefundTerms(item.progressPercent)
    lines.push({
      offeringId,
      slug: item.slug,
      kind: item.kind,
      title: item.title,
      priceId: price.id,
      listMinor: price.amountMinor,
      discountMinor: 0n,
      amountMinor: price.amountMinor,
      providerId: item.providerId,
      shareBps: item.shareBps,
      refundTerms: terms,
      refund: refundPromise(
        { amountMinor: price.amountMinor, terms },
        { paidAt: null, progressPercent: item.progressPercent, refundedMinor: 0n },
        now,
      ),
    })
  }
  const subtotalMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0n)
  const [first] = lines
  if (
    first &&
    problems.length === 0 &&
    isBelowMinimumCharge({ amountMinor: subtotalMinor, currency })
  )
    problems.push({ offeringId: first.offeringId, reason: 'below-minimum-charge' })
  return {
    currency,
    currencies: commonCurrencies(items),
    lines,
    subtotalMinor,
    discountMinor: 0n,
    taxMinor: 0n,
    totalMinor: subtotalMinor,
    problems,
  }
}

/** Currencies in which everything has a price, by name. */
function commonCurrencies(items: readonly Sellable[]): string[] {
  const [first, ...others] = items.map((item) => item.prices.map((price) => price.currency))
  const common = (first ?? []).filter((currency) => others.every((list) => list.includes(currency)))
  return [...new Set(common)].sort()
}
