'use client'

import { Field } from '@archway/ui/field'
import { Textarea } from '@archway/ui/textarea'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { ReasonDialog } from '../reason-dialog'

/** One of the two answers to a holder who asked for another name. */
export function DecideName({
  nameChangeId,
  state,
  newName,
  credentials,
}: {
  nameChangeId: string
  state: 'approved' | 'declined'
  newName: string
  /** how many are issued anew */
  credentials: number
}) {
  const t = useTranslations('adminCredentials.names')
  const decide = useMutation(useApi().credentials.adminDecideNameChange.mutationOptions())
  const [answer, setAnswer] = useState('')
  const verb = state === 'approved' ? 'approve' : 'decline'
  const effects =
    state === 'approved'
      ? [t('approveEffect'), t('reissueEffect', { count: credentials }), t('forgetEffect')]
      : [t('declineEffect')]
  return (
    <ReasonDialog
      label={t(verb)}
      buttonVariant={state === 'approved' ? 'primary' : 'secondary'}
      title={t(`${verb}Title`, { name: newName })}
      effects={[...effects, t('evidenceEffect')]}
      confirmLabel={t(verb)}
      run={async (reason) => {
        await decide.mutateAsync({ nameChangeId, state, answer, reason })
        return t(state)
      }}
    >
      <Field label={t('answer')} hint={t('answerHint')}>
        <Textarea
          rows={2}
          maxLength={500}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </Field>
    </ReasonDialog>
  )
}
