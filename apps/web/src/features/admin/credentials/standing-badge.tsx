import type { Standing } from '@archway/api/credentials/rules/standing'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const variants: Record<Standing, BadgeProps['variant']> = {
  valid: 'success',
  'not-yet': 'info',
  expired: 'neutral',
  suspended: 'warning',
  revoked: 'danger',
  superseded: 'neutral',
}

/** How a credential stands, and that somebody has to decide on it. */
export function StandingBadge({ standing, isOpen }: { standing: Standing; isOpen: boolean }) {
  const t = useTranslations('adminCredentials')
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge variant={variants[standing]}>{t(`states.${standing}`)}</Badge>
      {isOpen ? <Badge variant="warning">{t('toDecide')}</Badge> : null}
    </span>
  )
}
