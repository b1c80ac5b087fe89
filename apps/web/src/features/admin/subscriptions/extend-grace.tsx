'use client'

import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'

/** Gives a member more time to pay, to the end of a day. */
export function ExtendGrace({
  subscriptionId,
  openUntil,
}: {
  subscriptionId: string
  /** until when access is open as it is, as the reader writes it */
  openUntil: string | null
}) {
  const t = useTranslations('adminSubscriptions.grace')
  const extend = useMutation(useApi().subscriptions.adminExtendGrace.mutationOptions())
  const [day, setDay] = useState('')
  return (
    <ReasonDialog
      label={t('open')}
      buttonSize="md"
      title={t('title')}
      description={openUntil ? t('now', { date: openUntil }) : undefined}
      effects={[t('effectAccess'), t('effectStripe')]}
      confirmLabel={t('confirm')}
      isBlocked={day === ''}
      run={async (reason) => {
        const until = new Date(`${day}T23:59:59Z`)
        await extend.mutateAsync({ subscriptionId, until, reason })
        return t('done')
      }}
    >
      <Field label={t('until')} hint={t('untilHint')} required>
        <Input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      </Field>
    </ReasonDialog>
  )
}
