'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'

/** Ends a coupon, after saying what that does to its codes and to orders that hold it. */
export function EndCoupon({ couponId, held }: { couponId: string; held: number }) {
  const t = useTranslations('adminCoupons.end')
  const api = useApi()
  const end = useMutation(api.coupons.end.mutationOptions())
  return (
    <ReasonDialog
      label={t('open')}
      buttonSize="md"
      title={t('title')}
      description={t('description')}
      effects={[t('effectCodes'), t('effectHeld', { count: held })]}
      confirmLabel={t('confirm')}
      variant="danger"
      run={async (reason) => {
        await end.mutateAsync({ couponId, reason })
        return t('done')
      }}
    />
  )
}
