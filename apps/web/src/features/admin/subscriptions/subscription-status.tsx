import type { SubscriptionStatus } from '@archway/api/subscriptions/states'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const variants: Record<SubscriptionStatus, BadgeProps['variant']> = {
  pending: 'info',
  trialing: 'info',
  active: 'success',
  past_due: 'warning',
  unpaid: 'danger',
  paused: 'neutral',
  held: 'danger',
  ended: 'neutral',
  duplicate: 'warning',
  expired: 'neutral',
}

/** How a membership stands, in the words that its member reads; and whether its end is set. */
export function SubscriptionStatusBadges({
  status,
  cancelAt,
  review,
}: {
  status: SubscriptionStatus
  cancelAt: Date | null
  review: string | null
}) {
  const t = useTranslations('adminSubscriptions')
  const words = useTranslations('membership.status')
  const isEnding = cancelAt !== null && ['trialing', 'active', 'past_due'].includes(status)
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge variant={variants[status]}>{words(status)}</Badge>
      {isEnding ? <Badge variant="warning">{t('ending')}</Badge> : null}
      {review ? <Badge variant="danger">{t('needsReview')}</Badge> : null}
    </span>
  )
}
