import { Badge } from '@archway/ui/badge'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import type { AdminOrder } from './admin-order'

/** What was bought, what is left of it, and the refund promise as it stands now. */
export function LinesPanel({ order, formats }: { order: AdminOrder; formats: Formats }) {
  const t = useTranslations('adminOperations.orders')
  const promise = useTranslations('orders.refund')
  const money = (amountMinor: bigint) => formats.money({ amountMinor, currency: order.currency })
  return (
    <Panel title={t('items')}>
      <ul className="divide-y divide-border border-border border-y text-sm">
        {order.lines.map((line) => (
          <li key={line.id} className="grid gap-1 py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <span className="font-medium">{line.title}</span>
              <span className="tabular-nums">{money(line.amountMinor)}</span>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <Badge variant={line.hasAccess ? 'success' : 'neutral'}>
                {t(line.hasAccess ? 'hasAccess' : 'noAccess')}
              </Badge>
              {line.refundedMinor > 0n ? (
                <Badge variant="warning">
                  {t('gaveBack', { amount: money(line.refundedMinor) })}
                </Badge>
              ) : null}
            </div>
            {order.paidAt ? (
              <p className="text-muted-foreground">
                {line.refund.sentence.map(({ params }) =>
                  promise(line.refund.reason, {
                    days: Number(params.days ?? 0),
                    percent: Number(params.percent ?? 0),
                    progress: Number(params.progress ?? 0),
                    until: line.refund.until ? formats.dateTime(line.refund.until) : '',
                  }),
                )}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <DataList className="ms-auto w-full sm:max-w-xs">
        {order.subtotalMinor === order.totalMinor ? null : (
          <DataListItem term={t('subtotal')}>{money(order.subtotalMinor)}</DataListItem>
        )}
        {order.discountMinor > 0n ? (
          <DataListItem term={t('discount')}>{money(-order.discountMinor)}</DataListItem>
        ) : null}
        {order.taxMinor > 0n ? (
          <DataListItem term={t('tax')}>{money(order.taxMinor)}</DataListItem>
        ) : null}
        <DataListItem term={t('total')}>{money(order.totalMinor)}</DataListItem>
        {order.refundedMinor > 0n ? (
          <DataListItem term={t('refunded')}>{money(-order.refundedMinor)}</DataListItem>
        ) : null}
      </DataList>
    </Panel>
  )
}
