/** A share that was agreed for a time, in basis points. */
export type ShareRule = {
  providerId: string
  /** null: whatever the provider offers */
  offeringId: string | null
  /** only for what is sold with a coupon of the provider's own */
  isOwnCoupon: boolean
  shareBps: number
  validFrom: Date
  /** exclusive; null: until further notice */
  validTo: Date | null
}

/** A coupon that took something off a line, as far as shares depend on it. */
export type UsedCoupon = { ownerProviderId: string | null }

/**
 * What share of a line is its provider's, in basis points. Of the rules that hold at that moment the most
 * specific counts: how it was sold before what was sold (own coupon and offering, own coupon, offering,
 * provider), and the provider's usual share without any. The database keeps two rules that say the same
 * thing from holding at once. Pure.
 */
export function shareFor(
  line: { providerId: string; offeringId: string; usualBps: number },
  rules: readonly ShareRule[],
  coupons: readonly UsedCoupon[],
  at: Date,
): number {
  const isOwn = coupons.some(({ ownerProviderId }) => ownerProviderId === line.providerId)
  const weight = (rule: ShareRule) => (rule.isOwnCoupon ? 2 : 0) + (rule.offeringId ? 1 : 0)
  const holding = rules.filter(
    (rule) =>
      rule.providerId === line.providerId &&
      (rule.offeringId === null || rule.offeringId === line.offeringId) &&
      (!rule.isOwnCoupon || isOwn) &&
      rule.validFrom <= at &&
      (rule.validTo === null || at < rule.validTo),
  )
  const best = holding.toSorted((a, b) => weight(b) - weight(a))[0]
  return best?.shareBps ?? line.usualBps
}
