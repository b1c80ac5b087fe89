import {
  orderIdOfTarget,
  payoutIdOfTarget,
  subscriptionIdOfTarget,
} from '@archway/api/payments/rules/event-target'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Id } from '../id'

/** What a target key stands for: an order, a membership, a payout, or what has no page of its own. */
export function TargetLink({
  targetKey,
  number,
}: {
  targetKey: string
  /** of the order, when it is known */
  number?: number | null
}) {
  const t = useTranslations('adminOperations.webhooks')
  const orderId = orderIdOfTarget(targetKey)
  const payoutId = payoutIdOfTarget(targetKey)
  if (payoutId) {
    return (
      <Link href={`/admin/payouts/${payoutId}`} className="whitespace-nowrap">
        {t('payoutTarget', { id: payoutId.slice(-8) })}
      </Link>
    )
  }
  const subscriptionId = subscriptionIdOfTarget(targetKey)
  if (subscriptionId) {
    return (
      <Link href={`/admin/subscriptions/${subscriptionId}`} className="whitespace-nowrap">
        {t('subscriptionTarget', { id: subscriptionId.slice(-8) })}
      </Link>
    )
  }
  if (!orderId) return <Id value={targetKey} />
  return (
    <Link href={`/admin/orders/${orderId}`} className="whitespace-nowrap">
      {number === undefined || number === null
        ? t('orderTarget', { id: orderId.slice(-8) })
        : t('orderNumber', { number })}
    </Link>
  )
}
