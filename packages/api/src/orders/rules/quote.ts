import type { PriceRegion } from '../../catalog/rules/regional-price'
import {
  type AppliedCoupon,
  applyCoupons,
  type RefusedCode,
} from '../../coupons/rules/apply-coupons'
import type { AskedCode, CouponBuyer } from '../../coupons/rules/coupon'
import type { GiftWish } from '../../gifts/schema'
import { sumMinor } from '../../payments/rules/facts'
import {
  currentRefundTerms,
  type LineUse,
  refundPromise,
} from '../../payments/rules/refund-promise'
import {
  currentWaiverVersion,
  hasRightOfWithdrawal,
  withdrawalDays,
} from '../../payments/rules/withdrawal'
import type { RefundAnswer, RefundTerms } from '../../payments/schema'
import { providerShare } from '../../providers/rules/provider-share'
import { shareFor, type UsedCoupon } from '../../providers/rules/share-for'
import { isBelowMinimumCharge } from '../../shared/minimum-charge'
import { type LineTax, type TaxContext, taxLines } from '../../tax/rules/tax-lines'
import { isCollecting } from '../../tax/rules/tax-treatment'
import {
  type AppliedCredit,
  applyCredits,
  type Creditable,
} from '../../upgrades/rules/apply-credits'
import type { AskedItem, LinePurpose } from '../schema/cart-item'
import { listItem } from './list-item'
import type { ListBundle, ListLine, ProblemReason, Shelf } from './purposes/answer'
import { type QuotedTax, quotedTax, untaxed } from './quoted-tax'
import type { Sellable } from './sellable'

export type QuotedLine = {
  /** index of the item that the line belongs to */
  item: number
  purpose: LinePurpose
  quantity: number
  bundleId: string | null
  giftWish: GiftWish | null
  offeringId: string
  slug: string
  kind: Sellable['kind']
  title: string
  priceId: string | null
  /** the price before any discount, of all of `quantity` */
  listMinor: bigint
  /** by coupons and credits together */
  discountMinor: bigint
  /** what was paid for courses of the program and counts for it */
  credits: AppliedCredit[]
  /** what is paid: list price less discount, and the tax that is added to it */
  amountMinor: bigint
  tax: LineTax
  providerId: string
  shareBps: number
  /** what of the discount the provider bears: by its own coupons, and by credits */
  ownDiscountMinor: bigint
  /** what of the amount is the provider's */
  providerMinor: bigint
  refundTerms: RefundTerms
  refund: RefundAnswer
}

/** `item`: index of the item that cannot be bought; the first one when it is about the whole cart. */
export type QuoteProblem = { item: number; title: string | null; reason: ProblemReason }

export type Quote = {
  currency: string
  currencies: string[]
  lines: QuotedLine[]
  /** `item`: index of the item that the bundle is */
  bundles: (ListBundle & { item: number })[]
  subtotalMinor: bigint
  discountMinor: bigint
  /** what of the total is tax, added to the prices or contained in them */
  taxMinor: bigint
  totalMinor: bigint
  tax: QuotedTax
  /** Stripe's calculation of the tax; null where fixed rates were used */
  calculationId: string | null
  /** the region whose prices apply and give something away; null where general prices hold */
  region: PriceRegion | null
  /** tax or prices depend on where the buyer is */
  asksCountry: boolean
  /** what the buyer may give up for access at once; null for who has no right of withdrawal */
  withdrawal: { days: number; waiverVersion: number } | null
  problems: QuoteProblem[]
  /** in the sequence in which they were applied */
  coupons: AppliedCoupon[]
  refusedCodes: RefusedCode[]
}

/** The codes that were entered, and what the buyer's past says about them. */
export type QuoteCodes = { asked: readonly AskedCode[]; buyer: CouponBuyer | null }

/**
 * What a cart costs in a currency: lines for each item that can be bought, at its price now less
 * what coupons and earlier purchases of a program's courses take off, in minor units, with the tax on what is left, and for each other item and each refused code why not; a
 * total that is too small to be charged is said of the first line. Prices come from the catalogue alone; every sum is of whole minor units. Pure.
 */
export function quote(
  items: readonly AskedItem[],
  shelf: Shelf,
  currency: string,
  now: Date,
  codes: QuoteCodes = { asked: [], buyer: null },
  tax: Omit<TaxContext, 'now'> = untaxed,
  creditable: readonly Creditable[] = [],
): Quote {
  const problems: QuoteProblem[] = []
  const bundles: Quote['bundles'] = []
  const listed: (ListLine & { item: number })[] = []
  for (const [index, item] of items.entries()) {
    const answer = listItem(item, { ...shelf, items, currency })
    if ('reason' in answer) {
      problems.push({ item: index, ...answer })
      continue
    }
    listed.push(...answer.lines.map((line) => ({ ...line, item: index })))
    if (answer.bundle) bundles.push({ item: index, ...answer.bundle })
  }
  const cart = listed.map(({ offering, listMinor }) => ({
    ...offering,
    offeringId: offering.id,
    listMinor,
  }))
  const coupons = applyCoupons(codes.asked, { lines: cart, currency }, codes.buyer, now)
  const afterCoupons = listed.map(({ offering, purpose, bundleId, listMinor }, index) => ({
    netMinor: listMinor - (coupons.discounts[index] ?? 0n),
    courseIds: purpose === 'access' && bundleId === null ? offering.courseIds : [],
  }))
  const credits = applyCredits(afterCoupons, creditable, currency)
  const discounts = listed.map(
    (_, index) => (coupons.discounts[index] ?? 0n) + sumMinor(credits[index] ?? []),
  )
  const nets = listed.map(({ listMinor }, index) => ({
    amountMinor: listMinor - (discounts[index] ?? 0n),
  }))
  const taxes = taxLines(nets, currency, { ...tax, now })
  const hasWithdrawal = hasRightOfWithdrawal(tax.buyer)
  const lines = listed.map((line, index) => {
    const of = taxes[index]
    if (!of) throw new Error('a line without its tax')
    const used = coupons.applied.flatMap(({ ownerProviderId, parts }) => {
      const amountMinor = parts[index] ?? 0n
      return amountMinor > 0n ? [{ ownerProviderId, amountMinor }] : []
    })
    const off = { discountMinor: discounts[index] ?? 0n, used, credits: credits[index] ?? [] }
    return toLine(line, off, of, { hasWithdrawal, now })
  })
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
  const subtotalMinor = sum(lines.map((line) => line.listMinor))
  const discountMinor = sum(lines.map((line) => line.discountMinor))
  const totalMinor = sum(lines.map((line) => line.amountMinor))
  const isTooSmall = isBelowMinimumCharge({ amountMinor: totalMinor, currency })
  if (lines.length > 0 && problems.length === 0 && isTooSmall) {
    problems.push({ item: 0, title: null, reason: 'below-minimum-charge' })
  }
  return {
    currency,
    currencies: commonCurrencies(items, shelf),
    lines,
    bundles,
    subtotalMinor,
    discountMinor,
    taxMinor: sum(taxes.map((line) => line.taxMinor)),
    totalMinor,
    tax: quotedTax(tax, now),
    calculationId: null,
    region: null,
    asksCountry: isCollecting(tax.seller.registrations, now),
    withdrawal:
      hasWithdrawal && lines.some(isWithdrawable)
        ? { days: withdrawalDays, waiverVersion: currentWaiverVersion }
        : null,
    problems,
    coupons: coupons.applied,
    refusedCodes: coupons.refused,
  }
}

/** What a coupon took off a line. */
type UsedDiscount = UsedCoupon & { amountMinor: bigint }

/** What is paid for and opens to the buyer. */
const isWithdrawable = ({ purpose, amountMinor }: QuotedLine): boolean =>
  purpose === 'access' && amountMinor > 0n

/** The refund promise is about what is paid: a line that a coupon pays for has nothing to give back. */
function toLine(
  { offering, ...line }: ListLine & { item: number },
  {
    discountMinor,
    used,
    credits,
  }: { discountMinor: bigint; used: readonly UsedDiscount[]; credits: AppliedCredit[] },
  tax: LineTax,
  { hasWithdrawal, now }: { hasWithdrawal: boolean; now: Date },
): QuotedLine {
  // What the buyer has done of a course says nothing of the copies that others get.
  const progressPercent = line.purpose === 'access' ? offering.progressPercent : 0
  const terms = currentRefundTerms(progressPercent, hasWithdrawal)
  const amountMinor = tax.grossMinor
  const { providerId } = offering
  const sold = { providerId, offeringId: offering.id, usualBps: offering.shareBps }
  const shareBps = shareFor(sold, offering.shareRules, used, now)
  const own = used.filter(({ ownerProviderId }) => ownerProviderId === providerId)
  // What was paid for the course was shared when it was: of the program only the rest is.
  const ownDiscountMinor = sumMinor(own) + sumMinor(credits)
  return {
    ...line,
    offeringId: offering.id,
    slug: offering.slug,
    kind: offering.kind,
    discountMinor,
    credits,
    amountMinor,
    tax,
    providerId,
    shareBps,
    ownDiscountMinor,
    providerMinor: providerShare({
      listMinor: line.listMinor,
      discountMinor,
      ownDiscountMinor,
      amountMinor,
      taxMinor: tax.taxMinor,
      shareBps,
    }),
    refundTerms: terms,
    refund: refundPromise(
      { amountMinor, terms },
      { paidAt: null, progressPercent, refundedMinor: 0n, use: unusedAs(line) },
      now,
    ),
  }
}

/** How a line stands that nobody has used yet, for the promise that is shown before the purchase. */
function unusedAs({ purpose, quantity }: Pick<ListLine, 'purpose' | 'quantity'>): LineUse {
  switch (purpose) {
    case 'access':
      return { purpose }
    case 'seats':
      return { purpose, quantity, refundedSeats: 0, unused: quantity }
    case 'gift':
      return { purpose, isClaimed: false }
    case 'exam_attempt':
      return { purpose, isUsed: false }
  }
}

/** Currencies in which everything has a price, by name. */
function commonCurrencies(items: readonly AskedItem[], { offerings, bundles }: Shelf): string[] {
  const currenciesOf = (offeringId: string) =>
    offerings.find(({ id }) => id === offeringId)?.prices.map(({ currency }) => currency) ?? []
  const lists = items.flatMap((item) => {
    if (item.purpose === 'wish') return []
    if (item.purpose !== 'bundle') return [currenciesOf(item.offeringId)]
    const bundle = bundles.find(({ id }) => id === item.bundleId)
    if (!bundle) return []
    return [bundle.prices.map(({ currency }) => currency), ...bundle.offeringIds.map(currenciesOf)]
  })
  // What is not there at all keeps nobody from choosing a currency for the rest.
  const [first = [], ...others] = lists.filter((list) => list.length > 0)
  const common = first.filter((currency) => others.every((list) => list.includes(currency)))
  return [...new Set(common)].sort()
}
