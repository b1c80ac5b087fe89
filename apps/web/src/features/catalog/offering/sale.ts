import type { OfferingPage, PriceDto } from '@archway/api/catalog/schema/search'

/** US dollars first, since most of the catalogue states them, then by currency. */
const byCurrency = (a: PriceDto, b: PriceDto) =>
  Number(b.currency === 'USD') - Number(a.currency === 'USD') ||
  a.currency.localeCompare(b.currency)

/** What the price box offers. */
export type Sale =
  | { type: 'external'; prices: PriceDto[]; isGone: boolean }
  | { type: 'free'; price: PriceDto }
  | { type: 'paid'; price: PriceDto; others: PriceDto[] }
  | { type: 'not-on-sale' }
  | { type: 'closed' }

/** How an offering can be had; `isRetired` closes our own, while an outside page can still be visited. */
export function saleOf(
  { origin, prices }: Pick<OfferingPage, 'origin' | 'prices'>,
  isRetired: boolean,
): Sale {
  if (origin === 'external') {
    return { type: 'external', prices: [...prices].sort(byCurrency), isGone: isRetired }
  }
  if (isRetired) return { type: 'closed' }
  const [price, ...others] = prices
    .filter(({ period }) => period === 'one_time' || period === 'per_exam')
    .sort(byCurrency)
  if (price === undefined) return { type: 'not-on-sale' }
  return price.amountMinor === 0n ? { type: 'free', price } : { type: 'paid', price, others }
}

/** The one way into the checkout: the address of an item and a currency, never an amount. */
export const checkoutHref = (item: string, currency: string): string =>
  `/checkout?${new URLSearchParams({ item, currency })}`
