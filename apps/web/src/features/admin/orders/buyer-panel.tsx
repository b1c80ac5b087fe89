import { Badge } from '@archway/ui/badge'
import { DataList, DataListItem } from '@archway/ui/data-list'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Id } from '../id'
import { Panel } from '../panel'
import type { AdminOrder } from './admin-order'

/** Who bought, when, and the ids that support is asked for. */
export function BuyerPanel({
  order,
  formats,
  canSeePerson,
}: {
  order: AdminOrder
  formats: Formats
  canSeePerson: boolean
}) {
  const t = useTranslations('adminOperations.orders')
  const name = order.person.name ?? order.person.email
  return (
    <Panel title={t('buyer')}>
      <DataList layout="columns" className="sm:[&>div]:grid-cols-[6rem_1fr]">
        <DataListItem term={t('person')}>
          {canSeePerson ? <Link href={`/admin/people/${order.person.id}`}>{name}</Link> : name}
          {order.person.suspendedAt ? (
            <Badge variant="danger" className="ms-2">
              {t('closedAccount')}
            </Badge>
          ) : null}
        </DataListItem>
        <DataListItem term={t('email')}>
          <span className="break-all">{order.email}</span>
        </DataListItem>
        <DataListItem term={t('placed')}>{formats.dateTime(order.createdAt)}</DataListItem>
        <DataListItem term={t('paid')}>
          {order.paidAt ? formats.dateTime(order.paidAt) : '–'}
        </DataListItem>
        {order.checkoutSessionId ? (
          <DataListItem term={t('session')}>
            <Id value={order.checkoutSessionId} />
          </DataListItem>
        ) : null}
        {order.paymentIntentId ? (
          <DataListItem term={t('intent')}>
            <Id value={order.paymentIntentId} />
          </DataListItem>
        ) : null}
      </DataList>
    </Panel>
  )
}
