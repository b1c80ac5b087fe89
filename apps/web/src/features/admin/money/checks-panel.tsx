import { Icon } from '@archway/ui/icon'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import { checksOf, isUnused, type MoneyHealth } from './health'

type CheckKey = ReturnType<typeof checksOf>[number]['key']

const pages: Partial<Record<CheckKey, string>> = {
  inReview: '/admin/orders?needsReview=yes',
  disputes: '/admin/disputes?group=waiting',
  dead: '/admin/webhooks/targets?state=dead',
  dirty: '/admin/webhooks/targets?state=dirty',
  lag: '/admin/webhooks',
}

/** What is looked at, one line each: what it means, how it stands, and where to look. */
export function ChecksPanel({ health, formats }: { health: MoneyHealth; formats: Formats }) {
  const t = useTranslations('adminMoney.checks')
  if (isUnused(health)) return null
  const details: Partial<Record<CheckKey, ReactNode>> = {
    fresh: health.check ? formats.dateTime(health.check.ranAt) : t('never'),
    unserved: <Orders orders={health.unserved.orders} />,
    unpaid: <Orders orders={health.unpaid.orders} />,
    uninvoiced: <Orders orders={health.uninvoiced.orders} />,
    stuck: <Orders orders={health.stuck.orders} />,
    disputes: health.disputes.firstDueBy
      ? t('answerBy', { date: formats.dateTime(health.disputes.firstDueBy) })
      : null,
    declines: <Suspicions suspicions={health.suspicions} />,
    dirty: t('oldest', { seconds: health.sync.oldestDirtySeconds }),
    lag:
      health.lag.p95 === null
        ? t('noEvents')
        : t('seconds', { seconds: Math.round(health.lag.p95), count: health.lag.events }),
  }
  return (
    <Panel title={t('title')}>
      <ul className="divide-y divide-border border-border border-y text-sm">
        {checksOf(health).map(({ key, count, isFine }) => (
          <li key={key} className="flex items-start gap-3 py-3">
            <Icon
              name={isFine ? 'success' : 'warning'}
              className={isFine ? 'mt-0.5 size-4 text-success' : 'mt-0.5 size-4 text-warning'}
            />
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                <span className="sr-only">{isFine ? t('isFine') : t('isOdd')} </span>
                {pages[key] ? <Link href={pages[key]}>{t(`name.${key}`)}</Link> : t(`name.${key}`)}
              </p>
              <p className="text-muted-foreground">{t(`text.${key}`)}</p>
            </div>
            <div className="max-w-[40%] text-end tabular-nums sm:max-w-64">
              {count === null ? null : <span className="block font-medium">{count}</span>}
              <span className="text-muted-foreground">{details[key]}</span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Orders({ orders }: { orders: readonly { id: string; number: number }[] }) {
  return orders.map(({ id, number }, index) => (
    <span key={id}>
      {index > 0 ? ', ' : null}
      <Link href={`/admin/orders/${id}`}>{number}</Link>
    </span>
  ))
}

/** Who tries, how often, and where to look; what to do about it stands beside. */
function Suspicions({ suspicions }: { suspicions: MoneyHealth['suspicions'] }) {
  const t = useTranslations('adminMoney.checks')
  return suspicions.map(({ scope, key, subject, failed, succeeded }) => (
    <span key={`${scope} ${key}`} className="block break-words">
      {scope === 'person' ? <Link href={`/admin/people/${key}`}>{subject}</Link> : null}
      {scope === 'origin' ? (
        <Link href={`/admin/orders?search=${encodeURIComponent(key)}`}>{subject}</Link>
      ) : null}
      {scope === 'total' ? t('everybody') : null}
      {` ${t('attempts', { failed, succeeded })}`}
    </span>
  ))
}
