import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { GiftBadges } from '../gifts/gift-badges'
import { PoolStateBadge } from '../seats/pool-state'
import { VoucherStateBadge } from '../vouchers/voucher-state'
import type { AdminOrder } from './admin-order'

type Purchase = NonNullable<AdminOrder['lines'][number]['purchase']>

/** What a line became that is used by others or later, how it stands, and the way to it. */
export function LinePurchase({ purchase, formats }: { purchase: Purchase; formats: Formats }) {
  const t = useTranslations('adminOperations.orders.purchase')
  switch (purchase.kind) {
    case 'seats': {
      const { claimed, invited, free } = purchase.counts
      return (
        <>
          <Link href={`/admin/seats/${purchase.id}`}>
            {t('seats', { count: purchase.quantity })}
          </Link>
          <PoolStateBadge state={purchase.state} />
          <span className="text-muted-foreground">{t('counts', { claimed, invited, free })}</span>
        </>
      )
    }
    case 'gift':
      return (
        <>
          <Link href={`/admin/gifts/${purchase.id}`} className="break-all">
            {t('gift', { email: purchase.recipientEmail })}
          </Link>
          <GiftBadges state={purchase.state} standing={purchase.standing} />
          <span className="text-muted-foreground">
            {purchase.claimedAt
              ? t('claimedAt', { date: formats.date(purchase.claimedAt) })
              : t('mailedOn', { date: formats.date(purchase.sentAt ?? purchase.deliverAt) })}
          </span>
        </>
      )
    case 'voucher':
      return (
        <>
          <span>{t('voucher')}</span>
          <VoucherStateBadge state={purchase.state} />
          <span className="text-muted-foreground">
            {purchase.usedAt
              ? t('usedAt', { date: formats.date(purchase.usedAt) })
              : t('validUntil', { date: formats.date(purchase.validUntil) })}
          </span>
        </>
      )
  }
}
