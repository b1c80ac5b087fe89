import type { VoucherState } from '@archway/api/exams/states'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const variants: Record<VoucherState, BadgeProps['variant']> = {
  available: 'success',
  reserved: 'info',
  held: 'warning',
  used: 'neutral',
  void: 'neutral',
}

/** How an exam voucher stands, in the words that its owner reads. */
export function VoucherStateBadge({ state }: { state: VoucherState }) {
  const t = useTranslations('teams.vouchers.state')
  return <Badge variant={variants[state]}>{t(state)}</Badge>
}
