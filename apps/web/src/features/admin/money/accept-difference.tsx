'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'
import type { BookCheck } from './health'

/** Says why Stripe and the ledger differ on something, so that it counts as settled. */
export function AcceptDifference({ difference }: { difference: BookCheck['differences'][number] }) {
  const t = useTranslations('adminMoney.differences.accept')
  const accept = useMutation(useApi().payments.adminAcceptDifference.mutationOptions())
  const { kind, externalId, currency, stripeMinor, ledgerMinor } = difference
  return (
    <ReasonDialog
      label={t('open')}
      title={t('title')}
      description={t('description')}
      effects={[t('effectLeaves'), t('effectLedger'), t('effectAgain')]}
      confirmLabel={t('confirm')}
      run={async (reason) => {
        await accept.mutateAsync({ kind, externalId, currency, stripeMinor, ledgerMinor, reason })
        return t('receipt')
      }}
    />
  )
}
