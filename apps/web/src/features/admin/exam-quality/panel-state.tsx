import type { PanelState } from '@archway/api/psychometrics/states'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const tones: Record<PanelState, BadgeProps['variant']> = {
  preparing: 'neutral',
  round_1: 'info',
  discussion: 'warning',
  round_2: 'info',
  rated: 'warning',
  signed_off: 'success',
  withdrawn: 'neutral',
}

/** Where a panel stands, in words. */
export function PanelStateBadge({ state }: { state: PanelState }) {
  const t = useTranslations('examQuality.panels.states')
  return <Badge variant={tones[state]}>{t(state)}</Badge>
}
