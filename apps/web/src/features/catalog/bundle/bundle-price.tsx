import type { PublicBundle } from '@archway/api/bundles/reads/public-bundles'
import { itemAddress } from '@archway/api/orders/rules/item-address'
import { formatMoney } from '@archway/api/shared/money'
import { buttonVariants } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import { Price } from '@archway/ui/price'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { AddToCart } from '@/features/shell/add-to-cart'
import { checkoutHref } from '../offering/sale'
import { inOrder } from './best-offer'

/** The price of a bundle beside what its parts cost one by one, and the way to buy it. */
export function BundlePrice({ bundle, refundText }: { bundle: PublicBundle; refundText: string }) {
  const t = useTranslations('bundles')
  const box = useTranslations('catalog.offering.box')
  const locale = useLocale()
  const [offer, ...others] = inOrder(bundle.offers)
  if (!offer) return <Price amount={t('notOnSale')} note={t('notOnSaleNote')} />
  const { currency } = offer
  const money = (amountMinor: bigint) => formatMoney({ amountMinor, currency }, locale)
  const item = itemAddress({ purpose: 'bundle', bundleId: bundle.id })
  return (
    <>
      <div className="grid gap-1">
        <Price
          size="lg"
          amount={money(offer.priceMinor)}
          note={t('separately', {
            sum: money(offer.separatelyMinor),
            saved: money(offer.separatelyMinor - offer.priceMinor),
          })}
        />
        <p className="text-muted-foreground text-sm">{t('oneTime')}</p>
      </div>
      <div>
        <Link
          href={checkoutHref(item, currency)}
          prefetch={false}
          className={cn(buttonVariants({ size: 'lg' }), 'w-full')}
        >
          {t('buy', { price: money(offer.priceMinor) })}
        </Link>
        <AddToCart item={item} currency={currency} label={box('addToCart')} className="mt-3" />
        {others.length > 0 ? (
          <div className="mt-3 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
            <p className="text-muted-foreground">{t('other')}</p>
            <ul className="flex flex-wrap gap-x-3">
              {others.map((other) => (
                <li key={other.currency}>
                  <Link
                    href={checkoutHref(item, other.currency)}
                    prefetch={false}
                    className="inline-block py-1 text-link tabular-nums pointer-coarse:py-2.5"
                  >
                    {formatMoney(
                      { amountMinor: other.priceMinor, currency: other.currency },
                      locale,
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      <div className="flex gap-3 rounded-md bg-muted px-4 py-3 text-sm">
        <Icon name="success" className="mt-0.5 size-4.5 text-success" />
        <p>
          {refundText}{' '}
          <Link href="/about/refunds" prefetch={false} className="whitespace-nowrap text-link">
            {box('refundMore')}
          </Link>
        </p>
      </div>
      <p className="text-muted-foreground text-sm">{t('owned')}</p>
    </>
  )
}
