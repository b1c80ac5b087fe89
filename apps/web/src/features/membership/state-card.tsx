import type { SubscriptionStatus } from '@archway/api/subscriptions/states'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { Card } from '@archway/ui/card'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import type { OwnMembership } from './own-membership'
import { stateWords } from './state-words'

const variants: Record<SubscriptionStatus, BadgeProps['variant']> = {
  pending: 'info',
  trialing: 'info',
  active: 'success',
  past_due: 'warning',
  unpaid: 'danger',
  paused: 'neutral',
  held: 'warning',
  ended: 'neutral',
  duplicate: 'warning',
  expired: 'neutral',
}

/** How a membership stands: in a sentence, and in figures. */
export async function StateCard({
  membership,
  formats,
}: {
  membership: OwnMembership
  formats: Formats
}) {
  const t = await getTranslations('membership')
  const { status, currency, nextPayment, startedAt, isLive, cancelAt } = membership
  const { key, dates } = stateWords(membership)
  const words = Object.fromEntries(
    Object.entries(dates).map(([name, date]) => [name, formats.date(date)]),
  )
  const badge = isLive && cancelAt ? 'cancelled' : status
  const next = nextPayment
    ? t('nextOn', {
        amount: formats.money({ amountMinor: nextPayment.amountMinor, currency }),
        date: formats.date(nextPayment.at),
      })
    : t('nothingNext')
  return (
    <Card className="gap-6 p-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-lg">{t(`status.${badge}`)}</h2>
        <Badge variant={badge === 'cancelled' ? 'warning' : variants[status]}>
          {t(membership.isOpen ? 'open' : 'closed')}
        </Badge>
      </div>
      <p>{t(`statusText.${key}` as 'statusText.active', words)}</p>
      <DataList layout="grid" className="border-border border-t pt-5">
        <DataListItem term={t('price')}>
          {t(membership.period === 'per_year' ? 'perYear' : 'perMonth', {
            price: formats.money(membership),
          })}
        </DataListItem>
        {isLive ? (
          <DataListItem term={t(status === 'trialing' ? 'nextTrial' : 'next')}>{next}</DataListItem>
        ) : null}
        {startedAt ? (
          <DataListItem term={t('since')}>{formats.date(startedAt)}</DataListItem>
        ) : null}
      </DataList>
    </Card>
  )
}
