import type { OfferingCard, PriceDto } from '@archway/api/catalog/schema/search'
import { formatMoney } from '@archway/api/shared/money'
import type { useTranslations } from 'next-intl'

type CardTranslator = ReturnType<typeof useTranslations<'offeringCard'>>

/**
 * The one price that a card has room for: the lowest one in US dollars where there is one, since that
 * is what most of the catalogue states, otherwise the first. Null when no price is known.
 */
const cardPrice = (prices: readonly PriceDto[]): PriceDto | null =>
  prices.find(({ currency }) => currency === 'USD') ?? prices[0] ?? null

const periodKeys = { per_month: 'perMonth', per_year: 'perYear', per_exam: 'perExam' } as const

/** An offering's price in the reader's words: "Free", "USD 49 a month". */
export function offeringPriceText(
  offering: Pick<OfferingCard, 'prices'>,
  t: CardTranslator,
  locale: string,
): string | null {
  const price = cardPrice(offering.prices)
  if (price === null) return null
  if (price.amountMinor === 0n) return t('free')
  const amount = formatMoney(price, locale)
  return price.period === 'one_time' ? amount : t(periodKeys[price.period], { price: amount })
}
