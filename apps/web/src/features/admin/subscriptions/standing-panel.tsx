import { DataList, DataListItem } from '@archway/ui/data-list'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import type { AdminSubscription } from './subscription'

/** What is paid for and until when, and everything that limits it. */
export function StandingPanel({
  subscription,
  formats,
}: {
  subscription: AdminSubscription
  formats: Formats
}) {
  const t = useTranslations('adminSubscriptions')
  const dates = [
    ['started', subscription.startedAt],
    ['trialUntil', subscription.trialEndsAt],
    ['paidUntil', subscription.status === 'trialing' ? null : subscription.periodEnd],
    ['endsOn', subscription.cancelAt],
    ['pausedUntil', subscription.pausedUntil],
    ['openUntil', subscription.graceUntil],
    ['extendedTo', subscription.graceExtendedTo],
    ['endedOn', subscription.endedAt],
  ] as const
  return (
    <Panel title={t('standing')}>
      <DataList layout="grid">
        <DataListItem term={t('offering')}>
          <Link href="/admin/subscriptions/plans">{subscription.title}</Link>
        </DataListItem>
        <DataListItem term={t('plan')}>
          {t(`price.${subscription.period}`, { price: formats.money(subscription) })}
        </DataListItem>
        <DataListItem term={t('begun')}>{formats.dateTime(subscription.createdAt)}</DataListItem>
        {dates.map(([key, at]) =>
          at ? (
            <DataListItem key={key} term={t(`date.${key}`)}>
              {formats.dateTime(at)}
            </DataListItem>
          ) : null,
        )}
        {subscription.trialDays > 0 ? (
          <DataListItem term={t('trial')}>
            {t('days', { count: subscription.trialDays })}
          </DataListItem>
        ) : null}
      </DataList>
    </Panel>
  )
}
