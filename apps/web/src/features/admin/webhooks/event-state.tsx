import type { StripeEventState } from '@archway/api/payments/states'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const tones: Record<StripeEventState, BadgeProps['variant']> = {
  queued: 'info',
  ignored: 'neutral',
  reconciled: 'success',
  dead: 'danger',
}

export function EventStateBadge({ state }: { state: StripeEventState }) {
  const t = useTranslations('adminOperations.webhooks.states')
  return <Badge variant={tones[state]}>{t(state)}</Badge>
}
