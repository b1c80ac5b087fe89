'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'

/** Says that what was odd about an order has been dealt with. */
export function ResolveReview({ orderId }: { orderId: string }) {
  const t = useTranslations('adminOperations.orders.resolve')
  const resolve = useMutation(useApi().orders.adminResolveReview.mutationOptions())
  return (
    <ReasonDialog
      label={t('open')}
      title={t('title')}
      description={t('description')}
      effects={[t('effectStatus'), t('effectAgain')]}
      confirmLabel={t('confirm')}
      run={async (reason) => {
        await resolve.mutateAsync({ orderId, reason })
        return t('receipt')
      }}
    />
  )
}
