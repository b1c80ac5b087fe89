import type { PoolState } from '@archway/api/seats/states'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const variants: Record<PoolState, BadgeProps['variant']> = {
  active: 'success',
  suspended: 'warning',
  revoked: 'neutral',
}

/** How a pack stands with its order, in the words that its buyer reads. */
export function PoolStateBadge({ state }: { state: PoolState }) {
  const t = useTranslations('teams.packs.state')
  return <Badge variant={variants[state]}>{t(state)}</Badge>
}
