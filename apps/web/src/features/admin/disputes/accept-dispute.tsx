'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'

/** Gives a dispute up: the money stays with the buyer. */
export function AcceptDispute({ disputeId, amount }: { disputeId: string; amount: string }) {
  const t = useTranslations('adminDisputes.accept')
  const accept = useMutation(useApi().disputes.adminAccept.mutationOptions())
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  return (
    <ReasonDialog
      label={t('open')}
      buttonSize="md"
      title={t('title')}
      description={t('description')}
      effects={[t('effectMoney', { amount }), t('effectAccess'), t('effectLost')]}
      confirmLabel={t('confirm')}
      variant="danger"
      run={async (reason) => {
        const { state, error } = await accept.mutateAsync({ disputeId, requestId, reason })
        if (state !== 'failed') return t(state === 'done' ? 'receipt' : 'underway')
        setRequestId(crypto.randomUUID())
        return { failure: t('refused', { error: error ?? '' }) }
      }}
    />
  )
}
