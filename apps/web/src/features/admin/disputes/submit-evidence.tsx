'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'
import type { readEvidence } from './typed-evidence'

/**
 * Sends the evidence to the bank, which can be done once. The request's id is kept until Stripe has
 * answered, so that trying again after a lost connection is the same answer.
 */
export function SubmitEvidence({
  disputeId,
  evidence,
  onSent,
}: {
  disputeId: string
  evidence: ReturnType<typeof readEvidence>
  onSent: () => void
}) {
  const t = useTranslations('adminDisputes.submit')
  const submit = useMutation(useApi().disputes.adminSubmitEvidence.mutationOptions())
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  return (
    <ReasonDialog
      label={t('open')}
      buttonVariant="primary"
      buttonSize="md"
      title={t('title')}
      description={t('description')}
      effects={[
        t('effectTexts', { count: evidence.count }),
        t('effectAccess'),
        t('effectNoChange'),
      ]}
      confirmLabel={t('confirm')}
      isBlocked={!evidence.canBeSent}
      run={async (reason) => {
        const { state, error } = await submit.mutateAsync({
          disputeId,
          requestId,
          reason,
          evidence: evidence.texts,
        })
        if (state === 'failed') {
          setRequestId(crypto.randomUUID())
          return { failure: t('refused', { error: error ?? '' }) }
        }
        onSent()
        return t(state === 'done' ? 'receipt' : 'underway')
      }}
    />
  )
}
