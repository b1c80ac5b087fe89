'use client'

import type { caseOutcomes } from '@archway/api/credentials/schema'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'
import { decisionEffects } from './decision-effects'
import { NoteField } from './decision-fields'

/** One of the answers to the question whether a credential stands after its money went back. */
export function DecideCase({
  caseId,
  outcome,
}: {
  caseId: string
  outcome: (typeof caseOutcomes)[number]
}) {
  const t = useTranslations('adminCredentials.case')
  const words = useTranslations('adminCredentials.decide')
  const decide = useMutation(useApi().credentials.adminDecideCase.mutationOptions())
  const [publicNote, setPublicNote] = useState('')
  const keeps = outcome === 'kept'
  return (
    <ReasonDialog
      label={t(`decide.${outcome}`)}
      buttonSize="md"
      title={t(`decide.${outcome}`)}
      effects={keeps ? [t('keptEffect')] : decisionEffects(words, outcome)}
      confirmLabel={t(`decide.${outcome}`)}
      variant={keeps ? 'primary' : 'danger'}
      run={async (reason) => {
        await decide.mutateAsync({ caseId, outcome, publicNote, reason })
        return t('done')
      }}
    >
      {keeps ? null : <NoteField value={publicNote} onChange={setPublicNote} />}
    </ReasonDialog>
  )
}
