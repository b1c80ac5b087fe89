'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'

/** Removes the holder's name and all signed texts with it, for ever. */
export function EraseName({ credentialId }: { credentialId: string }) {
  const t = useTranslations('adminCredentials.erase')
  const erase = useMutation(useApi().credentials.adminEraseName.mutationOptions())
  return (
    <ReasonDialog
      label={t('open')}
      buttonSize="md"
      title={t('title')}
      effects={[t('effectName'), t('effectPage'), t('effectFinal')]}
      confirmLabel={t('confirm')}
      variant="danger"
      run={async (reason) => {
        await erase.mutateAsync({ credentialId, reason })
        return t('done')
      }}
    />
  )
}
