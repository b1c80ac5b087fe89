import { orderIdOfTarget } from '@archway/api/payments/rules/event-target'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Id } from '../id'

/** What a target key stands for: an order, or a payment that nobody has claimed yet. */
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
  if (!orderId) return <Id value={targetKey} />
  return (
    <Link href={`/admin/orders/${orderId}`} className="whitespace-nowrap">
      {number === undefined || number === null
        ? t('orderTarget', { id: orderId.slice(-8) })
        : t('orderNumber', { number })}
    </Link>
  )
}
