'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'

/** Mails an invitation again, with a new link in place of the old one. */
export function ResendInvitation({ assignmentId, email }: { assignmentId: string; email: string }) {
  const t = useTranslations('adminPurchases.seats.resend')
  const resend = useMutation(useApi().seats.adminResend.mutationOptions())
  return (
    <ReasonDialog
      label={t('open')}
      title={t('title')}
      effects={[t('effectMail', { email }), t('effectLink')]}
      confirmLabel={t('confirm')}
      run={async (reason) => {
        await resend.mutateAsync({ assignmentId, reason })
        return t('done')
      }}
    />
  )
}

/** Takes a seat back, after saying what becomes of its holder's access and progress. */
export function ReleaseSeat({
  assignmentId,
  isClaimed,
}: {
  assignmentId: string
  isClaimed: boolean
}) {
  const t = useTranslations('adminPurchases.seats.release')
  const release = useMutation(useApi().seats.adminRelease.mutationOptions())
  return (
    <ReasonDialog
      label={t('open')}
      title={t('title')}
      effects={
        isClaimed
          ? [t('effectAccess'), t('effectProgress'), t('effectFree')]
          : [t('effectLink'), t('effectFree')]
      }
      confirmLabel={t('confirm')}
      variant="danger"
      run={async (reason) => {
        await release.mutateAsync({ assignmentId, reason })
        return t('done')
      }}
    />
  )
}
