import type { OrderStatus } from '@archway/api/payments/states'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const variants: Record<OrderStatus, BadgeProps['variant']> = {
  awaiting_payment: 'info',
  processing: 'info',
  paid: 'success',
  partially_refunded: 'warning',
  refunded: 'neutral',
  disputed: 'danger',
  charged_back: 'danger',
  payment_failed: 'danger',
  expired: 'neutral',
  cancelled: 'neutral',
  duplicate: 'warning',
}

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const t = useTranslations('orders.status')
  return <Badge variant={variants[status]}>{t(status)}</Badge>
}
