import type { CouponStanding, RedemptionState } from '@archway/api/coupons/states'
import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'

const standings = {
  active: 'success',
  scheduled: 'info',
  used_up: 'warning',
  ended: 'neutral',
} as const satisfies Record<CouponStanding, string>

/** What a coupon is now. */
export function CouponBadge({ standing }: { standing: CouponStanding }) {
  const t = useTranslations('adminCoupons.standing')
  return <Badge variant={standings[standing]}>{t(standing)}</Badge>
}

const states = {
  reserved: 'info',
  redeemed: 'success',
  released: 'neutral',
} as const satisfies Record<RedemptionState, string>

/** Where a use of a coupon stands. */
export function RedemptionBadge({ state }: { state: RedemptionState }) {
  const t = useTranslations('adminCoupons.redemptions.stateOf')
  return <Badge variant={states[state]}>{t(state)}</Badge>
}
