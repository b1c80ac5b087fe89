import type { OfferingPage, PriceDto } from '@archway/api/catalog/schema/search'
import { itemAddress } from '@archway/api/orders/rules/item-address'
import { formatMoney, type Money } from '@archway/api/shared/money'
import { Badge } from '@archway/ui/badge'
import { buttonVariants } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import { Price } from '@archway/ui/price'
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { AddToCart } from '@/features/shell/add-to-cart'
import { membershipPath } from '@/lib/paths'
import { ExternalOffer } from './external-offer'
import { IncludedList } from './included-list'
import { OtherCurrencies } from './other-currencies'
import { OwnedAction } from './owned-action'
import { checkoutHref, type Sale } from './sale'

/** What it costs, what one gets for it, how to get the money back, and the one button to go on. */
export function PriceBox({
  offering,
  sale,
  refundText,
  membershipPrices,
}: {
  offering: OfferingPage
  sale: Sale
  /** what the membership that opens this costs by the month, in each currency */
  membershipPrices: readonly Money[]
  /** the refund promise in words; null where nothing is paid here */
  refundText: string | null
}) {
  const t = useTranslations('catalog.offering.box')
  const locale = useLocale()
  const isOurs = offering.origin === 'own'
  const item = itemAddress({
    purpose: offering.kind === 'certification' ? 'exam_attempt' : 'access',
    offeringId: offering.id,
  })
  const isOpenToMembers = sale.type === 'paid' && isOurs && offering.kind !== 'certification'
  const monthly = isOpenToMembers
    ? membershipPrices.find(({ currency }) => currency === sale.price.currency)
    : undefined
  return (
    <div className="grid gap-5">
      {sale.type === 'external' ? (
        <ExternalOffer offering={offering} sale={sale} />
      ) : (
        <div>
          {sale.type === 'paid' ? (
            <>
              <PaidPrice offering={offering} price={sale.price} />
              <PriceNotes offering={offering} currency={sale.price.currency} />
            </>
          ) : sale.type === 'free' ? (
            <Price size="lg" amount={t('free')} note={t('freeNote')} />
          ) : (
            <Price
              amount={t(sale.type === 'closed' ? 'closed' : 'notOnSale')}
              note={sale.type === 'closed' ? undefined : t('notOnSaleNote')}
            />
          )}
          <div className="mt-5 empty:hidden">
            <OwnedAction
              offeringId={offering.id}
              href={offering.kind === 'course' ? `/learn/${offering.slug}` : '/learning'}
              labels={{ action: t('continue'), start: t('start'), note: t('ownedNote') }}
            >
              {sale.type === 'paid' || sale.type === 'free' ? (
                <Link
                  href={checkoutHref(item, sale.price.currency)}
                  prefetch={false}
                  className={cn(buttonVariants({ size: 'lg' }), 'w-full')}
                >
                  {sale.type === 'free'
                    ? t('enrol')
                    : t('buy', { price: formatMoney(sale.price, locale) })}
                </Link>
              ) : null}
              {sale.type === 'paid' ? (
                <AddToCart
                  item={item}
                  currency={sale.price.currency}
                  label={t('addToCart')}
                  className="mt-3"
                />
              ) : null}
              {sale.type === 'paid' && sale.others.length > 0 ? (
                <OtherCurrencies item={item} prices={sale.others} />
              ) : null}
            </OwnedAction>
          </div>
          {monthly ? (
            <p className="mt-4 text-center text-sm">
              <Link
                href={`${membershipPath}?currency=${monthly.currency}`}
                prefetch={false}
                className="text-link"
              >
                {t('membership', { price: formatMoney(monthly, locale) })}
              </Link>
            </p>
          ) : null}
          {sale.type === 'paid' && offering.kind === 'certification' ? (
            <p className="mt-4 text-center text-sm">
              <Link href={`/exams/${offering.slug}`} prefetch={false} className="text-link">
                {t('sit')}
              </Link>
            </p>
          ) : null}
          {sale.type === 'paid' && offering.kind !== 'certification' ? (
            <p className="mt-4 text-center text-sm">
              <Link
                href={`/buy/${offering.slug}?currency=${sale.price.currency}`}
                prefetch={false}
                className="text-link"
              >
                {t('forOthers')}
              </Link>
            </p>
          ) : null}
        </div>
      )}
      {offering.kind === 'program' && sale.type === 'paid' ? (
        <p className="text-muted-foreground text-sm">{t('upgrade')}</p>
      ) : null}
      {refundText !== null && sale.type === 'paid' ? (
        <div className="flex gap-3 rounded-md bg-muted px-4 py-3 text-sm">
          <Icon name="success" className="mt-0.5 size-4.5 text-success" />
          <p>
            {refundText}{' '}
            <Link href="/about/refunds" prefetch={false} className="text-link whitespace-nowrap">
              {t('refundMore')}
            </Link>
          </p>
        </div>
      ) : null}
      {isOurs && (sale.type === 'paid' || sale.type === 'free') ? (
        <IncludedList offering={offering} />
      ) : null}
    </div>
  )
}

/** Whether the price contains the tax (unknown without a seller), and that it may be another one where the reader is. */
function PriceNotes({ offering, currency }: { offering: OfferingPage; currency: string }) {
  const t = useTranslations('catalog.offering.box')
  const { exclusiveCurrencies, hasRegionalPrices } = offering
  const isWithTax = exclusiveCurrencies !== null && !exclusiveCurrencies.includes(currency)
  const notes = [t(isWithTax ? 'withTax' : 'plusTax')]
  if (hasRegionalPrices) notes.push(t('regional'))
  return <p className="mt-1 text-muted-foreground text-sm">{notes.join(' ')}</p>
}

/** The price; when it is an offer, beside the lowest one of the thirty days before, as the law wants it. */
function PaidPrice({ offering, price }: { offering: OfferingPage; price: PriceDto }) {
  const t = useTranslations('catalog.offering.box')
  const locale = useLocale()
  const format = useFormatter()
  const amount = formatMoney(price, locale)
  const offer = offering.offers.find(({ priceId }) => priceId === price.id)
  if (!offer) return <Price size="lg" amount={amount} note={t('oneTime')} />
  const before = formatMoney({ ...price, amountMinor: offer.lowestBeforeMinor }, locale)
  return (
    <div className="grid gap-1">
      <Badge variant="accent" className="justify-self-start">
        {t('offerUntil', { date: format.dateTime(offer.until, { dateStyle: 'long' }) })}
      </Badge>
      <Price size="lg" amount={amount} note={t('lowestBefore', { price: before })} />
      <p className="text-muted-foreground text-sm">{t('oneTime')}</p>
    </div>
  )
}
