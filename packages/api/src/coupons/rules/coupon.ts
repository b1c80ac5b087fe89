import type { couponKinds, couponScopes } from '../schema'

/** What a coupon promises and demands. */
export type Coupon = {
  id: string
  name: string
  kind: (typeof couponKinds)[number]
  /** basis points, of a percentage coupon */
  percentBps: number | null
  /** per currency: what it takes off, when it takes an amount, and what it asks for */
  amounts: readonly {
    currency: string
    amountMinor: bigint | null
    minimumMinor: bigint | null
  }[]
  scope: (typeof couponScopes)[number]
  /** ids of what it is for; empty when it is for everything */
  scopeIds: readonly string[]
  /** the provider that gives the discount; null when the platform does */
  ownerProviderId: string | null
  isFirstOrderOnly: boolean
  isCombinable: boolean
  perPersonLimit: number | null
  totalLimit: number | null
  startsAt: Date | null
  /** exclusive */
  endsAt: Date | null
  endedAt: Date | null
}

/** How much of a coupon and its code is gone. What this very cart holds already does not count. */
export type CouponUse = {
  /** places under the total limit */
  taken: number
  /** redemptions of the buyer that were paid */
  redeemedByBuyer: number
  /** redemptions of the buyer that other unpaid orders of theirs hold */
  heldByBuyer: number
  /** what became of a code for one use */
  code: 'free' | 'used' | 'used-by-buyer' | 'held-by-buyer'
}

/** A code as the buyer entered it, with what it was found to stand for. */
export type AskedCode = {
  code: string
  /** null when there is no such code */
  found: { codeId: string; isSingleUse: boolean; coupon: Coupon; use: CouponUse } | null
}

/** What a rule has to know of the buyer. */
export type CouponBuyer = {
  /** whether anything was ever bought */
  hasOrdered: boolean
  /** whether another unpaid order holds a discount for first orders */
  holdsFirstOrder: boolean
}

/** A line of the cart at its list price. */
export type CouponLine = {
  offeringId: string
  providerId: string
  /** its topics and those above them */
  topicIds: readonly string[]
  listMinor: bigint
}

/** The lines that a coupon is for. */
export function isFor(coupon: Coupon, line: CouponLine): boolean {
  switch (coupon.scope) {
    case 'everything':
      return true
    case 'offerings':
      return coupon.scopeIds.includes(line.offeringId)
    case 'providers':
      return coupon.scopeIds.includes(line.providerId)
    case 'topics':
      return line.topicIds.some((topicId) => coupon.scopeIds.includes(topicId))
  }
}
