import type { SoldKind } from '../../../catalog/schema/vocabulary'
import type { GiftWish } from '../../../gifts/schema'
import type { AskedItem, CartItem, LinePurpose } from '../../schema/cart-item'
import type { quoteProblems } from '../../schema/quote'
import type { Sellable, SellableBundle } from '../sellable'

export type ProblemReason = (typeof quoteProblems)[number]

/** A line at its list price, before coupons. */
export type ListLine = {
  purpose: LinePurpose
  quantity: number
  bundleId: string | null
  /** of a gift */
  giftWish: GiftWish | null
  offering: Sellable
  /** as the order, its documents and mails will say it */
  title: string
  priceId: string | null
  /** of all of `quantity` */
  listMinor: bigint
}

/** A bundle as it is sold to this buyer. */
export type ListBundle = {
  id: string
  slug: string
  title: string
  /** of the whole bundle */
  priceMinor: bigint
  /** titles of what the buyer owns already, which is left out with its part of the price */
  owned: string[]
}

/** What an item comes to: its lines, or why it cannot be bought. */
export type Answer =
  | { lines: ListLine[]; bundle?: ListBundle }
  | { reason: ProblemReason; title: string | null }

/** What is looked up for a cart. */
export type Shelf = {
  offerings: readonly Sellable[]
  bundles: readonly SellableBundle[]
  /** the calendar day where the buyer is, YYYY-MM-DD */
  today: string
  /** who buys has no account: what has to be looked after later takes one */
  isGuest: boolean
}

/** What an item is looked at beside. */
export type Cart = Shelf & { items: readonly AskedItem[]; currency: string }

/** The item of a purpose. */
export type ItemFor<Purpose extends CartItem['purpose']> = Extract<CartItem, { purpose: Purpose }>

/** A certification is no course to be bought, and a membership is subscribed to. */
const isSoldOnce = (kind: SoldKind): boolean => kind === 'course' || kind === 'program'

/** Whether an offering is one of ours and on sale at all. */
export function shelfProblem(offering: Sellable | undefined): ProblemReason | null {
  if (offering?.status !== 'published') return 'not-found'
  return offering.origin !== 'own' || !isSoldOnce(offering.kind) ? 'not-for-sale' : null
}
