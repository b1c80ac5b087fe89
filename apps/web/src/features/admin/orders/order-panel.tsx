import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { OrderStatusBadge } from './order-status'

type Orders = AdminOutput['orders']['adminList']

/** The newest orders of a person, or of everybody on the overview. */
export function OrderPanel({
  title,
  orders,
  allHref,
  showBuyer = false,
  formats,
}: {
  title: string
  orders: Orders
  allHref: string
  showBuyer?: boolean
  formats: Formats
}) {
  const t = useTranslations('adminOperations.orders')
  return (
    <Panel
      title={title}
      action={
        orders.total > 0 ? (
          <Link href={allHref} className="text-sm">
            {t('all', { count: orders.total })}
          </Link>
        ) : undefined
      }
    >
      {orders.rows.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-border border-border border-y text-sm">
          {orders.rows.map((order) => (
            <li key={order.id} className="grid gap-0.5 py-2.5">
              <span className="flex flex-wrap items-center justify-between gap-x-4">
                <span className="flex flex-wrap items-center gap-2">
                  <Link href={`/admin/orders/${order.id}`} className="font-medium">
                    {t('number', { number: order.number })}
                  </Link>
                  <OrderStatusBadge status={order.status} />
                </span>
                <span className="tabular-nums">
                  {formats.money({ amountMinor: order.totalMinor, currency: order.currency })}
                </span>
              </span>
              <span className="line-clamp-1 text-muted-foreground">
                {showBuyer ? `${order.person?.name ?? order.email} · ` : null}
                {order.titles.join(', ')}
              </span>
              <span className="text-muted-foreground text-xs">
                {formats.dateTime(order.createdAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
