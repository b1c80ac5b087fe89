'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'

/** Closes an account or opens it again, the effect shown first. Nothing is deleted either way. */
export function AccountActions({
  userId,
  email,
  isClosed,
  liveSessions,
  liveGrants,
}: {
  userId: string
  email: string
  isClosed: boolean
  liveSessions: number
  /** null when the reader may not see enrolments */
  liveGrants: number | null
}) {
  const t = useTranslations('adminOperations.people')
  const api = useApi()
  const suspend = useMutation(api.accounts.adminSuspend.mutationOptions())
  const restore = useMutation(api.accounts.adminRestore.mutationOptions())
  if (isClosed) {
    return (
      <ReasonDialog
        label={t('reopen')}
        buttonSize="md"
        title={t('reopenTitle', { email })}
        effects={[t('reopenSignIn'), t('reopenAccess')]}
        confirmLabel={t('reopen')}
        run={async (reason) => {
          await restore.mutateAsync({ userId, reason })
          return t('reopened')
        }}
      />
    )
  }
  return (
    <ReasonDialog
      label={t('close')}
      buttonVariant="danger"
      buttonSize="md"
      title={t('closeTitle', { email })}
      effects={[
        t('closeSessions', { count: liveSessions }),
        t('closeSignIn'),
        ...(liveGrants === null ? [] : [t('closeGrants', { count: liveGrants })]),
        t('closePayments'),
        t('closeKeeps'),
      ]}
      confirmLabel={t('close')}
      variant="danger"
      run={async (reason) => {
        await suspend.mutateAsync({ userId, reason })
        return t('closed')
      }}
    />
  )
}

/** Signs somebody out everywhere. */
export function EndSessions({ userId, count }: { userId: string; count: number }) {
  const t = useTranslations('adminOperations.people')
  const end = useMutation(useApi().accounts.adminRevokeSessions.mutationOptions())
  return (
    <ReasonDialog
      label={t('endSessions')}
      title={t('endSessionsTitle')}
      effects={[t('closeSessions', { count }), t('endSessionsAgain')]}
      confirmLabel={t('endSessions')}
      variant="danger"
      run={async (reason) => {
        const result = await end.mutateAsync({ userId, reason })
        return t('sessionsEnded', { count: result.count })
      }}
    />
  )
}
