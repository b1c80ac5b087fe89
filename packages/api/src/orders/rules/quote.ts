import type { SoldKind } from '../../catalog/schema/vocabulary'
import {
  type AppliedCoupon,
  applyCoupons,
  type RefusedCode,
} from '../../coupons/rules/apply-coupons'
import type { AskedCode, CouponBuyer } from '../../coupons/rules/coupon'
import { currentRefundTerms, refundPromise } from '../../payments/rules/refund-promise'
import type { RefundAnswer, RefundTerms } from '../../payments/schema'
import { isBelowMinimumCharge } from '../../shared/minimum-charge'
import type { quoteProblems } from '../schema'

/** What the quote has to know of something that is asked for. */
export type Sellable = {
  id: string
  slug: string
  kind: SoldKind
  origin: 'own' | 'external'
  status: 'draft' | 'in_review' | 'scheduled' | 'published' | 'retired'
  title: string
  providerId: string
  shareBps: number
  /** one-time prices that are valid now */
  prices: readonly { id: string; currency: string; amountMinor: bigint }[]
  /** its topics; only looked up for a cart with codes */
  topicIds: readonly string[]
  /** of a program */
  courseIds: readonly string[]
  /** what the buyer has of it already */
  access: 'none' | 'live' | 'suspended'
  /** how much of it the buyer has done, from an earlier purchase or through its courses; 0 to 100 */
  progressPercent: number
}

/** A certification is no course to be bought, and a membership is subscribed to. */
const isSoldOnce = (kind: SoldKind): boolean => kind === 'course' || kind === 'program'

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
  /** in the sequence in which they were applied */
  coupons: AppliedCoupon[]
  refusedCodes: RefusedCode[]
}

/** The codes that were entered, and what the buyer's past says about them. */
export type QuoteCodes = { asked: readonly AskedCode[]; buyer: CouponBuyer | null }

function problemOf(
  item: Sellable | undefined,
  items: readonly Sellable[],
  currency: string,
): QuoteProblem['reason'] | null {
  if (item?.status !== 'published') return 'not-found'
  if (item.origin !== 'own' || !isSoldOnce(item.kind)) return 'not-for-sale'
  if (item.access === 'live') return 'already-owned'
  if (item.access === 'suspended') return 'access-suspended'
  if (items.some((other) => other.id !== item.id && other.courseIds.includes(item.id))) {
    return 'covered-by-program'
  }
  return item.prices.some((price) => price.currency === currency) ? null : 'no-price-in-currency'
}

type ListLine = { item: Sellable; priceId: string; listMinor: bigint }

/**
 * What a cart costs in a currency: one line per offering that can be bought, at its price now less
 * what coupons take off, in minor units, and for each other offering and each refused code why not; a
 * total that is too small to be charged is said of the first line. Prices come from the catalogue alone; every sum is of whole minor units. Pure.
 */
export function quote(
  offeringIds: readonly string[],
  items: readonly Sellable[],
  currency: string,
  now: Date,
  codes: QuoteCodes = { asked: [], buyer: null },
): Quote {
  const problems: QuoteProblem[] = []
  const listed: ListLine[] = []
  for (const offeringId of offeringIds) {
    const item = items.find((candidate) => candidate.id === offeringId)
    const reason = problemOf(item, items, currency)
    const price = item?.prices.find((candidate) => candidate.currency === currency)
    if (reason !== null || !item || !price) {
      problems.push({ offeringId, reason: reason ?? 'no-price-in-currency' })
      continue
    }
    listed.push({ item, priceId: price.id, listMinor: price.amountMinor })
  }
  const cart = listed.map(({ item, listMinor }) => ({ ...item, offeringId: item.id, listMinor }))
  const coupons = applyCoupons(codes.asked, { lines: cart, currency }, codes.buyer, now)
  const lines = listed.map((line, index) => toLine(line, coupons.discounts[index] ?? 0n, now))
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
  const subtotalMinor = sum(lines.map((line) => line.listMinor))
  const discountMinor = sum(lines.map((line) => line.discountMinor))
  const totalMinor = subtotalMinor - discountMinor
  const [first] = lines
  const isTooSmall = isBelowMinimumCharge({ amountMinor: totalMinor, currency })
  if (first && problems.length === 0 && isTooSmall) {
    problems.push({ offeringId: first.offeringId, reason: 'below-minimum-charge' })
  }
  return {
    currency,
    currencies: commonCurrencies(items),
    lines,
    subtotalMinor,
    discountMinor,
    taxMinor: 0n,
    totalMinor,
    problems,
    coupons: coupons.applied,
    refusedCodes: coupons.refused,
  }
}

/** The refund promise is about what is paid: a line that a coupon pays for has nothing to give back. */
function toLine(
  { item, priceId, listMinor }: ListLine,
  discountMinor: bigint,
  now: Date,
): QuotedLine {
  const terms = currentRefundTerms(item.progressPercent)
  const amountMinor = listMinor - discountMinor
  return {
    offeringId: item.id,
    slug: item.slug,
    kind: item.kind,
    title: item.title,
    priceId,
    listMinor,
    discountMinor,
    amountMinor,
    providerId: item.providerId,
    shareBps: item.shareBps,
    refundTerms: terms,
    refund: refundPromise(
      { amountMinor, terms },
      { paidAt: null, progressPercent: item.progressPercent, refundedMinor: 0n },
      now,
    ),
  }
}

/** What an open order was made at, as far as going on with it depends on it. */
export type Offer = {
  currency: string
  totalMinor: bigint
  lines: readonly { offeringId: string; amountMinor: bigint }[]
  coupons: readonly { codeId: string; amountMinor: bigint }[]
}

/** Whether two offers are the same for the buyer: the same things and codes at the same amounts. */
export function isSameOffer(one: Offer, other: Offer): boolean {
  const keyOf = ({ currency, totalMinor, lines, coupons }: Offer) =>
    [
      currency,
      totalMinor,
      ...lines.map((line) => `${line.offeringId} ${line.amountMinor}`).sort(),
      ...coupons.map((coupon) => `${coupon.codeId} ${coupon.amountMinor}`).sort(),
    ].join()
  return keyOf(one) === keyOf(other)
}

/** Currencies in which everything has a price, by name. */
function commonCurrencies(items: readonly Sellable[]): string[] {
  const [first, ...others] = items.map((item) => item.prices.map((price) => price.currency))
  const common = (first ?? []).filter((currency) => others.every((list) => list.includes(currency)))
  return [...new Set(common)].sort()
}
