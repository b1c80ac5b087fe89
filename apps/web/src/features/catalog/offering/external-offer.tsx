import type { OfferingPage, PriceDto } from '@archway/api/catalog/schema/search'
import { formatMoney } from '@archway/api/shared/money'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import { Price } from '@archway/ui/price'
import { useLocale, useTranslations } from 'next-intl'
import type { Sale } from './sale'

const periodKeys = { per_month: 'perMonth', per_year: 'perYear', per_exam: 'perExam' } as const

/** What the outside provider charges, and the way there, which says that it leaves this site. */
export function ExternalOffer({
  offering,
  sale: { prices, isGone },
}: {
  offering: OfferingPage
  sale: Extract<Sale, { type: 'external' }>
}) {
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
      {isGone ? (
        <Price amount={t('gone')} />
      ) : first === undefined ? (
        <Price amount={t('unknown')} note={t('unknownNote')} />
      ) : (
        <Price size="lg" amount={words(first)} note={first.note} />
      )}
      {others.length > 0 && !isGone ? (
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
          variant={isGone ? 'secondary' : 'primary'}
          className="mt-5 h-auto min-h-12 w-full whitespace-normal py-2.5 text-center"
        >
          {t(isGone ? 'goneAction' : 'external', { provider })}
          <Icon name="external" />
        </LinkButton>
      ) : null}
      {isGone ? null : (
        <p className="mt-3 text-muted-foreground text-sm">{t('externalNote', { provider })}</p>
      )}
    </div>
  )
}
