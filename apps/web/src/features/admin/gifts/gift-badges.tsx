import type { GiftStanding, GiftState } from '@archway/api/gifts/states'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const variants: Record<GiftState, BadgeProps['variant']> = {
  scheduled: 'info',
  sent: 'warning',
  claimed: 'success',
}

/** What became of a gift, and whether its payment still stands when it does not. */
export function GiftBadges({ state, standing }: { state: GiftState; standing: GiftStanding }) {
  const t = useTranslations('adminPurchases.gifts')
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge variant={standing === 'active' ? variants[state] : 'neutral'}>
        {t(`states.${state}`)}
      </Badge>
      {standing === 'active' ? null : (
        <Badge variant={standing === 'suspended' ? 'warning' : 'neutral'}>
          {t(`standings.${standing}`)}
        </Badge>
      )}
    </span>
  )
}
