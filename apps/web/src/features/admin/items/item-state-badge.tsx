import type { ItemState } from '@archway/api/bank/schema/kinds'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const variants: Record<ItemState, BadgeProps['variant']> = {
  draft: 'outline',
  review: 'info',
  pretest: 'accent',
  active: 'success',
  quarantined: 'warning',
  retired: 'neutral',
}

/** Whether an item may be drawn into new forms, in words. */
export function ItemStateBadge({ state }: { state: ItemState }) {
  const t = useTranslations('adminItems.state')
  return <Badge variant={variants[state]}>{t(state)}</Badge>
}
