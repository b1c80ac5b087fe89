import { Badge } from '@archway/ui/badge'
import { DataList, DataListItem } from '@archway/ui/data-list'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { refundSentence } from '@/lib/refund-sentence'
import { LinePrice } from '../../shell/line-price'
import { TaxItems } from '../../shell/tax-items'
import { Panel } from '../panel'
import type { AdminOrder } from './admin-order'
import { LinePurchase } from './line-purchase'

/** What was bought, what is left of it, and the refund promise as it stands now. */
export async function LinesPanel({ order, formats }: { order: AdminOrder; formats: Formats }) {
  const t = await getTranslations('adminOperations.orders')
  const promises = await Promise.all(
    order.lines.map((line) => refundSentence(line.refund, formats)),
  )
  const money = (amountMinor: bigint) => formats.money({ amountMinor, currency: order.currency })
  return (
    <Panel title={t('items')}>
      <ul className="divide-y divide-border border-border border-y text-sm">
        {order.lines.map((line, index) => (
          <li key={line.id} className="grid gap-1 py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <span className="font-medium">{line.title}</span>
              <LinePrice line={line} currency={order.currency} formats={formats} />
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {line.purpose === 'access' ? (
                <Badge variant={line.hasAccess ? 'success' : 'neutral'}>
                  {t(line.hasAccess ? 'hasAccess' : 'noAccess')}
                </Badge>
              ) : null}
              {line.purchase ? <LinePurchase purchase={line.purchase} formats={formats} /> : null}
              {line.refundedMinor > 0n ? (
                <Badge variant="warning">
                  {t('gaveBack', { amount: money(line.refundedMinor) })}
                </Badge>
              ) : null}
            </div>
            {line.bundle ? (
              <p className="text-muted-foreground">{t('partOf', { title: line.bundle.title })}</p>
            ) : null}
            {order.paidAt ? <p className="text-muted-foreground">{promises[index]}</p> : null}
          </li>
        ))}
      </ul>
      <DataList className="ms-auto w-full sm:max-w-xs">
        {order.subtotalMinor === order.totalMinor ? null : (
          <DataListItem term={t('subtotal')}>{money(order.subtotalMinor)}</DataListItem>
        )}
        {order.coupons.map((coupon) => (
          <DataListItem
            key={coupon.couponId}
            term={
              <Link href={`/admin/coupons/${coupon.couponId}`}>
                {t('discountBy', { code: coupon.code })}
              </Link>
            }
          >
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
    </Panel>
  )
}
