'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'
import type { AdminMembership } from './plan-values'

/** Puts the membership on sale or takes it off, after saying what that does to members. */
export function SellMembership({
  membership,
}: {
  membership: Pick<AdminMembership, 'id' | 'version' | 'isOnSale'>
}) {
  const t = useTranslations('adminSubscriptions.plans')
  const sell = useMutation(useApi().subscriptions.sellMembership.mutationOptions())
  const { id, version, isOnSale } = membership
  const step = isOnSale ? 'retire' : 'publish'
  return (
    <ReasonDialog
      label={t(`${step}.open`)}
      buttonSize="md"
      buttonVariant={isOnSale ? 'secondary' : 'primary'}
      title={t(`${step}.title`)}
      effects={[t(`${step}.effectPage`), t(`${step}.effectMembers`)]}
      confirmLabel={t(`${step}.open`)}
      variant={isOnSale ? 'danger' : 'primary'}
      run={async (reason) => {
        await sell.mutateAsync({ offeringId: id, version, isOnSale: !isOnSale, reason })
        return t(`${step}.done`)
      }}
    />
  )
}
