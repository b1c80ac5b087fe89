'use client'

import type { DecidedState } from '@archway/api/credentials/schema'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'
import { decisionEffects } from './decision-effects'
import { DecisionFields, firstWords } from './decision-fields'

/** Suspends, restores or revokes one credential, with what the public will read about it. */
export function DecideCredential({ credentialId, to }: { credentialId: string; to: DecidedState }) {
  const t = useTranslations('adminCredentials.decide')
  const decide = useMutation(useApi().credentials.adminDecide.mutationOptions())
  const [words, setWords] = useState(firstWords(to))
  return (
    <ReasonDialog
      label={t(to)}
      buttonSize="md"
      title={t(`${to}Title`)}
      effects={decisionEffects(t, to)}
      confirmLabel={t(to)}
      variant={to === 'valid' ? 'primary' : 'danger'}
      run={async (reason) => {
        const { hasChanged } = await decide.mutateAsync({ credentialId, to, reason, ...words })
        return t(hasChanged ? `${to}Done` : 'unchanged')
      }}
    >
      <DecisionFields to={to} value={words} onChange={setWords} />
    </ReasonDialog>
  )
}
