import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { GiftBadges } from '../gifts/gift-badges'
import { Panel } from '../panel'
import { PoolStateBadge } from '../seats/pool-state'
import { SubscriptionStatusBadges } from '../subscriptions/subscription-status'

type Props = {
  userId: string
  /** null: the reader may not see them */
  subscriptions: AdminOutput['subscriptions']['adminList'] | null
  pools: AdminOutput['seats']['adminList'] | null
  gifts: AdminOutput['gifts']['adminList'] | null
  formats: Formats
}

function Purchase({
  href,
  title,
  badges,
  note,
}: {
  href: string
  title: string
  badges: ReactNode
  note: string
}) {
  return (
    <li className="grid gap-0.5 py-2.5">
      <span className="flex flex-wrap items-center gap-2">
        <Link href={href} className="font-medium">
          {title}
        </Link>
        {badges}
      </span>
      <span className="text-muted-foreground">{note}</span>
    </li>
  )
}

/** A person's memberships, packs of seats and gifts, given or claimed; nothing when there are none. */
export function PurchasesPanel({ userId, subscriptions, pools, gifts, formats }: Props) {
  const t = useTranslations('adminOperations.people.purchases')
  const lists = [
    { list: subscriptions, href: `/admin/subscriptions?userId=${userId}`, key: 'subscriptions' },
    { list: pools, href: `/admin/seats?ownerId=${userId}`, key: 'seats' },
    { list: gifts, href: `/admin/gifts?userId=${userId}`, key: 'gifts' },
  ] as const
  const shown = lists.filter(({ list }) => list !== null && list.total > 0)
  if (shown.length === 0) return null
  return (
    <Panel title={t('title')}>
      <ul className="divide-y divide-border border-border border-y text-sm">
        {subscriptions?.rows.map((row) => (
          <Purchase
            key={row.id}
            href={`/admin/subscriptions/${row.id}`}
            title={row.title}
            badges={<SubscriptionStatusBadges {...row} />}
            note={t('since', { date: formats.date(row.startedAt ?? row.createdAt) })}
          />
        ))}
        {pools?.rows.map((row) => (
          <Purchase
            key={row.id}
            href={`/admin/seats/${row.id}`}
            title={t('pack', { title: row.offering.title })}
            badges={<PoolStateBadge state={row.state} />}
            note={t('claimedOf', { claimed: row.counts.claimed, quantity: row.quantity })}
          />
        ))}
        {gifts?.rows.map((row) => (
          <Purchase
            key={row.id}
            href={`/admin/gifts/${row.id}`}
            title={t('gift', { title: row.offering.title })}
            badges={<GiftBadges {...row} />}
            note={
              row.buyer.id === userId
                ? t('given', { recipient: row.recipientName ?? row.recipientEmail })
                : t('received', { giver: row.buyer.name ?? row.buyer.email })
            }
          />
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {shown.map(({ list, href, key }) => (
          <Link key={key} href={href}>
            {t(`all.${key}`, { count: list?.total ?? 0 })}
          </Link>
        ))}
      </p>
    </Panel>
  )
}
