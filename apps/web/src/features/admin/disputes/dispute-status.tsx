import type { DisputeGroup } from '@archway/api/disputes/schema'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'
import { wordOr } from '../word-or'

const tones: Record<DisputeGroup, BadgeProps['variant']> = {
  waiting: 'danger',
  reviewed: 'warning',
  won: 'success',
  lost: 'danger',
  closed: 'neutral',
}

/** Where a dispute stands, in words; a status that nobody has put into words yet by its own name. */
export function DisputeStatus({ status, group }: { status: string; group: DisputeGroup }) {
  const t = useTranslations('adminDisputes')
  return <Badge variant={tones[group]}>{wordOr(t, `status.${status}`, status)}</Badge>
}
