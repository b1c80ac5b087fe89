import type { MyOrderOutput } from '@archway/api/orders/schema/order'
import { Card } from '@archway/ui/card'
import { DataList, DataListItem } from '@archway/ui/data-list'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { TaxItems } from '@/features/shell/tax-items'
import type { Formats } from '@/lib/formats'
import { offeringPath } from '@/lib/paths'
import { refundSentence } from '@/lib/refund-sentence'
import { LinePrice } from '../shell/line-price'

/** The receipt: each line with its refund promise as it stands now, and the sums. */
export async function OrderLines({ order, formats }: { order: MyOrderOutput; formats: Formats }) {
  const t = await getTranslations('orders')
  const money = (amountMinor: bigint) => formats.money({ amountMinor, currency: order.currency })
  const refunds = await Promise.all(order.lines.map((line) => refundSentence(line.refund, formats)))
  return (
    <Card className="gap-6 p-6">
      <h2 className="font-semibold text-lg">{t('items')}</h2>
      <ul className="divide-y divide-border border-border border-y">
        {order.lines.map((line, index) => (
          <li key={line.id} className="py-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <Link href={offeringPath(line)} className="font-medium hover:underline">
                {line.title}
              </Link>
              <LinePrice line={line} currency={order.currency} formats={formats} />
            </div>
            {line.bundle ? (
              <p className="mt-1 text-muted-foreground text-sm">
                {t('partOf', { title: line.bundle.title })}
              </p>
            ) : null}
            {order.paidAt ? (
              <p className="mt-1 text-muted-foreground text-sm">
                {refunds[index]}
                {line.canRequestRefund ? (
                  <>
                    {' '}
                    <Link
                      href={`/account/orders/${order.id}/refund/${line.id}`}
                      className="whitespace-nowrap text-link print:hidden"
                    >
                      {t('getRefund')}
                    </Link>
                  </>
                ) : null}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <DataList className="ms-auto w-full sm:max-w-xs">
        <DataListItem term={t('subtotal')}>{money(order.subtotalMinor)}</DataListItem>
        {order.coupons.map((coupon) => (
          <DataListItem key={coupon.code} term={t('discountBy', { code: coupon.code })}>
            {money(-coupon.amountMinor)}
          </DataListItem>
        ))}
        {order.credits.map((credit) => (
          <DataListItem key={credit.title} term={t('creditFor', { title: credit.title })}>
            {money(-credit.amountMinor)}
          </DataListItem>
        ))}
        <TaxItems order={order} money={money} />
        <DataListItem term={t('total')}>{money(order.totalMinor)}</DataListItem>
        {order.refundedMinor > 0n ? (
          <DataListItem term={t('refunded')}>{money(-order.refundedMinor)}</DataListItem>
        ) : null}
      </DataList>
      <DataList layout="columns" className="border-border border-t pt-6">
        <DataListItem term={t('billedTo')}>{order.email}</DataListItem>
        {order.payment ? (
          <DataListItem term={t('payment')}>
            {order.payment.cardBrand && order.payment.cardLast4
              ? t('paidByCard', {
                  brand: order.payment.cardBrand,
                  last4: order.payment.cardLast4,
                  date: formats.dateTime(order.payment.at),
                })
              : t('paidAt', { date: formats.dateTime(order.payment.at) })}
          </DataListItem>
        ) : order.paidAt ? (
          <DataListItem term={t('payment')}>
            {t('nothingPaid', { date: formats.dateTime(order.paidAt) })}
          </DataListItem>
        ) : null}
      </DataList>
    </Card>
  )
}
