import { type Place, placeQuery } from './place'

/** What a checkout is about, as its address says it. */
export type CheckoutAddress = {
  items: readonly string[]
  currency: string
  codes: readonly string[]
  /** where somebody without an account says that they are */
  place?: Place | null
}

/** The checkout page for a cart, in a currency and with codes. */
export function checkoutPath({ items, currency, codes, place }: CheckoutAddress): string {
  const query = new URLSearchParams([
    ...items.map((item) => ['item', item]),
    ['currency', currency],
    ...codes.map((code) => ['code', code]),
    ...placeQuery(place),
  ])
  return `/checkout?${query}`
}
