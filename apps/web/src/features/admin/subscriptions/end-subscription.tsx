'use client'

import { RadioGroup } from '@archway/ui/radio-group'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'

/** Ends a membership when what is paid for ends, or at once, after saying what that does. */
export function EndSubscription({
  subscriptionId,
  canEndLater,
  paidUntil,
}: {
  subscriptionId: string
  /** whether it still renews, so that its end can be set */
  canEndLater: boolean
  /** as the reader writes the day; null when nothing is paid for */
  paidUntil: string | null
}) {
  const t = useTranslations('adminSubscriptions.end')
  const cancel = useMutation(useApi().subscriptions.adminCancel.mutationOptions())
  const [chosen, setChosen] = useState<'period_end' | 'now'>('period_end')
  const when = canEndLater ? chosen : 'now'
  const isNow = when === 'now'
  return (
    <ReasonDialog
      label={t('open')}
      buttonSize="md"
      title={t('title')}
      effects={[
        isNow
          ? t('effectAccessNow')
          : paidUntil
            ? t('effectAccessUntil', { date: paidUntil })
            : t('effectAccessPeriod'),
        t('effectCharges'),
        t('effectKept'),
        ...(isNow ? [t('effectRefund')] : []),
      ]}
      confirmLabel={t(isNow ? 'confirmNow' : 'confirmLater')}
      variant="danger"
      run={async (reason) => {
        await cancel.mutateAsync({ subscriptionId, when, reason })
        return t(isNow ? 'doneNow' : 'doneLater')
      }}
    >
      {canEndLater ? (
        <RadioGroup
          name="when"
          legend={t('when')}
          value={chosen}
          onValueChange={(value) => setChosen(value === 'now' ? 'now' : 'period_end')}
          options={(['period_end', 'now'] as const).map((value) => ({
            value,
            label: t(`choice.${value}`),
          }))}
        />
      ) : null}
    </ReasonDialog>
  )
}
