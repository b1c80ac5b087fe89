import type { OfferingPage, PriceDto } from '@archway/api/catalog/schema/search'
import { formatMoney } from '@archway/api/shared/money'
import { buttonVariants } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import { Price } from '@archway/ui/price'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { IncludedList } from './included-list'
import { OwnedAction } from './owned-action'
import { checkoutHref, type Sale } from './sale'

const periodKeys = { per_month: 'perMonth', per_year: 'perYear', per_exam: 'perExam' } as const

/** What it costs, what one gets for it, how to get the money back, and the one button to go on. */
export function PriceBox({
  offering,
  sale,
  refundText,
}: {
  offering: OfferingPage
  sale: Sale
  /** the refund promise in words; null where nothing is paid here */
  refundText: string | null
}) {
  const t = useTranslations('catalog.offering.box')
  const locale = useLocale()
  const isOurs = offering.origin === 'own'
  return (
    <div className="grid gap-5">
      {sale.type === 'external' ? (
        <ExternalOffer offering={offering} prices={sale.prices} />
      ) : (
        <div>
          {sale.type === 'paid' ? (
            <Price size="lg" amount={formatMoney(sale.price, locale)} note={t('oneTime')} />
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
              labels={{ action: t('continue'), note: t('ownedNote') }}
            >
              {sale.type === 'paid' || sale.type === 'free' ? (
                <Link
                  href={checkoutHref(offering.id, sale.price.currency)}
                  prefetch={false}
                  className={cn(buttonVariants({ size: 'lg' }), 'w-full')}
                >
                  {sale.type === 'free'
                    ? t('enrol')
                    : t('buy', { price: formatMoney(sale.price, locale) })}
                </Link>
              ) : null}
              {sale.type === 'paid' && sale.others.length > 0 ? (
                <OtherCurrencies offeringId={offering.id} prices={sale.others} />
              ) : null}
            </OwnedAction>
          </div>
        </div>
      )}
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

/** The same thing in the other currencies it is sold in, each a link to its own checkout. */
function OtherCurrencies({ offeringId, prices }: { offeringId: string; prices: PriceDto[] }) {
  const t = useTranslations('catalog.offering.box')
  const locale = useLocale()
  return (
    <div className="mt-3 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
      <p className="text-muted-foreground">{t('other')}</p>
      <ul className="flex flex-wrap gap-x-3">
        {prices.map((price) => (
          <li key={price.id}>
            <Link
              href={checkoutHref(offeringId, price.currency)}
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

/** What the outside provider charges, and the way there, which says that it leaves this site. */
function ExternalOffer({ offering, prices }: { offering: OfferingPage; prices: PriceDto[] }) {
  const t = useTranslations('catalog.offering.box')
  const locale = useLocale()
  const provider = offering.provider.name
  const words = (price: PriceDto) => {
    if (price.amountMinor === 0n) return t('free')
    const amount = formatMoney(price, locale)
    return price.period === 'one_time' ? amount : t(periodKeys[price.period], { price: amount })
  }
  const [first, ...others] = prices
  return (
    <div>
      {first === undefined ? (
        <Price amount={t('unknown')} note={t('unknownNote')} />
      ) : (
        <Price size="lg" amount={words(first)} note={first.note} />
      )}
      {others.length > 0 ? (
        <ul className="mt-2 grid gap-1 text-sm">
          {others.map((price) => (
            <li key={price.id} className="tabular-nums">
              <span className="font-medium">{words(price)}</span>{' '}
              <span className="text-muted-foreground">{price.note}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {offering.externalUrl ? (
        <LinkButton
          href={offering.externalUrl}
          rel="external noopener nofollow"
          size="lg"
          className="mt-5 h-auto min-h-12 w-full whitespace-normal py-2.5 text-center"
        >
          {t('external', { provider })}
          <Icon name="external" />
        </LinkButton>
      ) : null}
      <p className="mt-3 text-muted-foreground text-sm">{t('externalNote', { provider })}</p>
    </div>
  )
}
