import type { PriceDto } from '@archway/api/catalog/schema/search'
import { formatMoney } from '@archway/api/shared/money'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { checkoutHref } from './sale'

/** The same thing in the other currencies it is sold in, each a link to its own checkout. */
export function OtherCurrencies({ item, prices }: { item: string; prices: PriceDto[] }) {
  const t = useTranslations('catalog.offering.box')
  const locale = useLocale()
  return (
    <div className="mt-3 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
      <p className="text-muted-foreground">{t('other')}</p>
      <ul className="flex flex-wrap gap-x-3">
        {prices.map((price) => (
          <li key={price.id}>
            <Link
              href={checkoutHref(item, price.currency)}
              prefetch={false}
              className="inline-block py-1 text-link tabular-nums pointer-coarse:py-2.5"
            >
              {formatMoney(price, locale)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
