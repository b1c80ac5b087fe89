import type { OrderStatus } from '@archway/api/payments/states'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { getTranslations } from 'next-intl/server'

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

export async function StatusBadge({ status }: { status: OrderStatus }) {
  const t = await getTranslations('orders')
  return <Badge variant={variants[status]}>{t(`status.${status}`)}</Badge>
}
