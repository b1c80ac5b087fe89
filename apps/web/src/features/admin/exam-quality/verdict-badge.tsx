import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const tones = {
  unknown: 'neutral',
  sound: 'success',
  review: 'warning',
  quarantine: 'danger',
} as const satisfies Record<string, BadgeProps['variant']>

/** What the figures of an item ask for. */
export function VerdictBadge({ verdict }: { verdict: keyof typeof tones }) {
  const t = useTranslations('examQuality.statistics.verdicts')
  return <Badge variant={tones[verdict]}>{t(verdict)}</Badge>
}
