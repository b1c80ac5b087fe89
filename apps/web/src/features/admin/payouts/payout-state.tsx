import type { PayoutState } from '@archway/api/payouts/states'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const variants: Record<PayoutState, BadgeProps['variant']> = {
  due: 'info',
  blocked: 'warning',
  sent: 'success',
  paid: 'success',
  failed: 'danger',
  cancelled: 'neutral',
}

export function PayoutStateBadge({ state }: { state: PayoutState }) {
  const t = useTranslations('adminPayouts.states')
  return <Badge variant={variants[state]}>{t(state)}</Badge>
}
