import { DataList, DataListItem } from '@archway/ui/data-list'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import { PersonLink } from '../person-link'
import type { AdminPool } from './pool'

/** Who bought a pack and with which order, and how its seats are used. */
export function PoolPanel({
  pool,
  canSeePerson,
  formats,
}: {
  pool: AdminPool
  canSeePerson: boolean
  formats: Formats
}) {
  const t = useTranslations('adminPurchases.seats')
  const common = useTranslations('adminPurchases')
  const counts = [
    ['bought', pool.quantity],
    ['paidBack', pool.refundedSeats],
    ['claimed', pool.counts.claimed],
    ['invited', pool.counts.invited],
    ['free', pool.counts.free],
    ['unused', pool.counts.unused],
  ] as const
  return (
    <Panel title={t('pack')}>
      <DataList layout="grid">
        <DataListItem term={t('owner')}>
          <PersonLink person={pool.owner} isLinked={canSeePerson} />
        </DataListItem>
        <DataListItem term={common('order')}>
          <Link href={`/admin/orders/${pool.order.id}`}>
            {common('orderNumber', { number: pool.order.number })}
          </Link>
        </DataListItem>
        <DataListItem term={t('boughtAt')}>{formats.dateTime(pool.createdAt)}</DataListItem>
        {counts.map(([key, count]) => (
          <DataListItem key={key} term={t(key)}>
            <span className="tabular-nums">{count}</span>
          </DataListItem>
        ))}
        <DataListItem term={t('link')}>
          {pool.linkMadeAt ? t('linkSince', { date: formats.date(pool.linkMadeAt) }) : t('linkOff')}
        </DataListItem>
      </DataList>
    </Panel>
  )
}
