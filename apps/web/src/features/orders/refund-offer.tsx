import type { RefundOfferOutput } from '@archway/api/orders/schema/order'
import { Card } from '@archway/ui/card'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { refundSentence } from '@/lib/refund-sentence'

/** What a refund gives and takes, before it is asked for. */
export async function RefundOffer({
  offer,
  formats,
}: {
  offer: RefundOfferOutput
  formats: Formats
}) {
  const t = await getTranslations('orders.refundPage')
  const { cardBrand, cardLast4 } = offer.payment
  const closing = offer.ending.filter((access) => !access.remains)
  const staying = offer.ending.filter((access) => access.remains)
  return (
    <Card className="gap-6 p-6">
      <p className="text-muted-foreground text-sm">{await refundSentence(offer.refund, formats)}</p>
      <DataList layout="columns">
        <DataListItem term={t('amount')}>{formats.money(offer)}</DataListItem>
        <DataListItem term={t('to')}>
          {cardBrand && cardLast4
            ? t('card', { brand: cardBrand, last4: cardLast4 })
            : t('paymentMethod')}
          <span className="block font-normal text-muted-foreground">{t('arrives')}</span>
        </DataListItem>
        {closing.length > 0 ? (
          <DataListItem term={t('ends')}>
            <ul>
              {closing.map(({ offeringId, title }) => (
                <li key={offeringId}>{title}</li>
              ))}
            </ul>
          </DataListItem>
        ) : null}
      </DataList>
      {staying.map(({ offeringId, title }) => (
        <p key={offeringId} className="text-sm">
          {t('remains', { title })}
        </p>
      ))}
      {offer.ending.length > 0 ? <p className="text-sm">{t('kept')}</p> : null}
    </Card>
  )
}
