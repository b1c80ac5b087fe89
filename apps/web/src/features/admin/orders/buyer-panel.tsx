import { Badge } from '@archway/ui/badge'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Id } from '../id'
import { Panel } from '../panel'
import { PersonLink } from '../person-link'
import type { AdminOrder } from './admin-order'

/** Whether what a guest bought has an owner, or until when it can be claimed by the link that was sent. */
function ClaimState({ order, formats }: { order: AdminOrder; formats: Formats }) {
  const t = useTranslations('adminOperations.orders')
  if (order.claimedAt) return t('claimedAt', { at: formats.dateTime(order.claimedAt) })
  return order.claimLink
    ? t('claimableUntil', { at: formats.dateTime(order.claimLink.expiresAt) })
    : t('unclaimed')
}

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
  const { person } = order
  return (
    <Panel title={t('buyer')}>
      <DataList layout="columns" className="sm:[&>div]:grid-cols-[6rem_1fr]">
        <DataListItem term={t('person')}>
          {person === null ? t('guest') : <PersonLink person={person} isLinked={canSeePerson} />}
          {person?.suspendedAt ? (
            <Badge variant="danger" className="ms-2">
              {t('closedAccount')}
            </Badge>
          ) : null}
        </DataListItem>
        <DataListItem term={t('email')}>
          <span className="break-all">{order.email}</span>
        </DataListItem>
        {order.isGuest ? (
          <DataListItem term={t('claim')}>
            <ClaimState order={order} formats={formats} />
          </DataListItem>
        ) : null}
        <DataListItem term={t('placed')}>{formats.dateTime(order.createdAt)}</DataListItem>
        <DataListItem term={t('paid')}>
          {order.paidAt ? formats.dateTime(order.paidAt) : '–'}
        </DataListItem>
        {order.waiver ? (
          <DataListItem term={t('waiver')}>
            {t('waivedAt', { at: formats.dateTime(order.waiver.at) })}
            <span className="block text-muted-foreground">
              {t('waiverVersion', { version: order.waiver.version ?? 0 })}
            </span>
          </DataListItem>
        ) : null}
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
